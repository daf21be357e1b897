import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { freePorts } from '@sphera/dev-fleet';
import policyModule from '../../policy';
import { company } from '../company';
import { Portal, portalAt } from '../portalAt';
import { signInByName } from '../signInByName';
import { listeningIn } from './listeningIn';
import { Traces } from './Traces';
import { watchProcess } from './watchProcess';

/** A portal with everything that it has outside of tests, of which nothing that it writes goes unseen. */
export interface WatchedPortal extends Portal {
  traces: Traces;
  /** Notes what stands in the files of its databases now. */
  noteDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a portal with the defaults of Backstage, a database in files, and these capabilities. */
export async function startWatchedPortal(options: {
  features: BackendFeature[];
  /** More of the configuration. */
  config: object;
  /** More of the configuration's `sphera`. */
  sphera: object;
  /** Plugins whose operations are actions. */
  actionsOf: string[];
}): Promise<WatchedPortal> {
  const traces = new Traces();
  const directory = await mkdtemp(join(tmpdir(), 'canary-'));
  const [port] = await freePorts(1);
  const url = `http://localhost:${port}`;
  const backend = createBackend();
  const features = [
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: url },
        auth: { providers: { 'by-name': {} } },
        permission: { enabled: true },
        ...options.config,
        backend: {
          baseUrl: url,
          listen: { host: 'localhost', port },
          database: { client: 'better-sqlite3', connection: { directory } },
          actions: { pluginSources: options.actionsOf },
        },
        sphera: options.sphera,
      },
    }),
    catalogServiceMock.factory({ entities: company }),
    authPlugin,
    signInByName,
    permissionPlugin,
    policyModule,
    ...listeningIn(traces),
    ...options.features,
  ];
  for (const feature of features) backend.add(feature);
  const endWatch = watchProcess(traces);
  await backend.start();
  return {
    ...portalAt(url),
    traces,
    async noteDatabase() {
      for (const name of await readdir(directory, { recursive: true })) {
        const file = await readFile(join(directory, name)).catch(() => null);
        if (file) traces.note(`database: ${name}`, file);
      }
    },
    async stop() {
      await backend.stop();
      endWatch();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
