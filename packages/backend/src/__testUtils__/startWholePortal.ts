import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntities from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import eventsPlugin from '@backstage/plugin-events-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import gitHubActions from '@backstage/plugin-scaffolder-backend-module-github';
import signalsPlugin from '@backstage/plugin-signals-backend';
import { startDemoCompany } from '@sphera/dev-fleet';
import creation from '@sphera/plugin-creation-backend';
import { creationOperations } from '@sphera/plugin-creation-common';
import flags from '@sphera/plugin-flags-backend';
import kubernetes from '@sphera/plugin-kubernetes-backend';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
import { requestFor } from '@sphera/plugin-operations-common';
import secrets from '@sphera/plugin-secrets-backend';
import services from '@sphera/plugin-services-backend';
import { parse } from 'yaml';
import { clearActionErrors } from '../actionErrors';
import { parseInside } from './ownJson';

const ROOT = join(__dirname, '../../../..');
const ACCOUNTS = {
  portal: 'portal-account-Vt3nQ8yLw5Jd2HsXc9RbKf6M',
  admin: 'cluster-admin-of-a-test-Zk7wXq4n',
};
const OPERATIONS = [...creationOperations, ...kubernetesOperations];

/** The portal of a laptop with all that it takes to create services, in front of the demo company. */
export type WholePortal = Awaited<ReturnType<typeof startWholePortal>>;

/** Starts it with the configuration that `npm start` has; whoever calls it is Dana. */
export async function startWholePortal() {
  const company = await startDemoCompany({
    isStill: true,
    speed: 20,
    accounts: [
      { token: ACCOUNTS.portal, user: 'portal' },
      { token: ACCOUNTS.admin, user: 'admin' },
    ],
    gitOpsToken: ACCOUNTS.admin,
  });
  const parseOutside = parseInside();
  const folder = await mkdtemp(join(tmpdir(), 'whole-portal-'));
  const before = process.env.AWS_ENDPOINT_URL_STS;
  process.env.AWS_ENDPOINT_URL_STS = `${company.url}/sts`;
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: await laptopConfig(company.url, folder),
      }),
      urlReaderServiceFactory,
      actionsRegistryServiceFactory,
      clearActionErrors,
      catalogPlugin,
      scaffolderEntities,
      eventsPlugin,
      scaffolderPlugin,
      gitHubActions,
      signalsPlugin,
      creation,
      flags,
      kubernetes,
      secrets,
      services,
    ],
  });
  const url = `http://localhost:${backend.server.port()}`;
  const dana = mockCredentials.user.header('user:default/dana');

  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {
      ...init,
      headers: {
        ...init.headers,
        authorization: dana,
        'content-type': 'application/json',
      },
    });
    const text = await response.text();
    const body = text && JSON.parse(text);
    if (!response.ok) throw new Error(body.error?.message ?? text);
    return body;
  };
  return {
    company,
    call,
    /** Asks for an operation. @throws Error with the sentence of a refusal */
    async ask(name: string, input: object = {}): Promise<any> {
      const operation = OPERATIONS.find(one => one.name === name)!;
      const { path, init } = requestFor(operation, input as never);
      return call(`/api/${operation.plugin}${path}`, init);
    },
    /** Switches something wrong in the company. */
    async fault(wish: object) {
      const response = await fetch(`${company.url}/faults`, {
        method: 'POST',
        body: JSON.stringify(wish),
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async stop() {
      await backend.stop();
      await company.stop();
      parseOutside();
      if (before === undefined) delete process.env.AWS_ENDPOINT_URL_STS;
      else process.env.AWS_ENDPOINT_URL_STS = before;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function laptopConfig(companyUrl: string, folder: string) {
  const { port } = new URL(companyUrl);
  const text = await readFile(join(ROOT, 'app-config.yaml'), 'utf8');
  const { app, catalog, integrations, aws, sphera, organization } = parse(
    text.replace(/\$\{SPHERA_DEV_FLEET_PORT:-\d+\}/g, port),
    { merge: true },
  );
  const { fleet, secrets: places, flags: flagging, creation: making } = sphera;
  return {
    app,
    organization,
    integrations,
    aws,
    backend: {
      // Clones are its own.
      baseUrl: `http://whole-portal-${process.pid}.example`,
      workingDirectory: folder,
      reading: { allow: [{ host: `127.0.0.1:${port}` }] },
      actions: { pluginSources: ['catalog', 'scaffolder', 'sphera-creation'] },
    },
    catalog: {
      ...catalog,
      processingInterval: { seconds: 2 },
      locations: catalog.locations.map((location: { target: string }) => ({
        ...location,
        target: join(ROOT, 'packages/backend', location.target),
      })),
    },
    sphera: { fleet, secrets: places, flags: flagging, creation: making },
  };
}
