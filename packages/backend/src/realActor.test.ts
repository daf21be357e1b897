import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { AuditRecord, listEvents, verify } from '@sphera/plugin-audit-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import { lock } from '@sphera/plugin-locks-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import servicesPlugin from '@sphera/plugin-services-backend';
import { backstageCli } from './__testUtils__/backstageCli';
import { people } from './__testUtils__/company';
import {
  PIPELINE_TOKEN,
  Portal,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const TEMPLATE = 'template:default/lock-a-service';
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'lock-a-service', namespace: 'default' },
  spec: {
    type: 'service',
    steps: [
      {
        id: 'lock',
        name: 'Lock',
        action: 'sphera-locks:lock',
        input: { service: 'payments', reason: 'through a template' },
      },
    ],
  },
};

describe('the audit log names the person behind an action', () => {
  let portal: Portal;
  let samuel: string;

  beforeAll(async () => {
    portal = await startPortal({
      entities: [template],
      backend: { actions: { pluginSources: ['sphera-locks'] } },
      features: [
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        mcpActionsPlugin,
        scaffolderPlugin,
        persistingAuditorFactory,
        auditPlugin,
        locksPlugin,
        servicesPlugin,
      ],
    });
    samuel = await portal.signIn(people.samuel);
  });

  async function recordOf(reason: string): Promise<AuditRecord | undefined> {
    const response = await portal.ask(listEvents, { text: reason }, samuel);
    const { items } = await response.json();
    return items[0];
  }

  it('that came over HTTP', async () => {
    await portal.ask(
      lock,
      { service: 'payments', reason: 'over HTTP' },
      samuel,
    );
    expect(await recordOf('over HTTP')).toMatchObject({
      actor: people.samuel,
      actorKind: 'user',
      door: 'http',
      operation: 'sphera-locks:lock',
      service: 'component:default/payments',
      outcome: 'succeeded',
    });
  });

  it("that came from Backstage's command line", async () => {
    await backstageCli(portal, samuel, [
      ...['actions', 'execute', 'sphera-locks:lock'],
      ...['--service', 'payments', '--reason', 'by command'],
    ]);
    expect(await recordOf('by command')).toMatchObject({
      actor: people.samuel,
      door: 'action',
    });
  });

  it('that an AI agent did through MCP', async () => {
    const transport = new StreamableHTTPClientTransport(
      new URL(`${portal.url}/api/mcp-actions/v1`),
      { requestInit: { headers: { authorization: `Bearer ${samuel}` } } },
    );
    const client = new Client({ name: 'agent', version: '1' });
    await client.connect(transport);
    const result = await client.callTool({
      name: 'sphera-locks.lock',
      arguments: { service: 'payments', reason: 'by an agent' },
    });
    await client.close();
    expect(result.isError).toBeFalsy();
    expect(await recordOf('by an agent')).toMatchObject({
      actor: people.samuel,
      actorKind: 'user',
      door: 'mcp',
    });
  });

  it('that a scaffolder step did', async () => {
    const response = await portal.fetch('/api/scaffolder/v2/tasks', {
      method: 'POST',
      token: samuel,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ templateRef: TEMPLATE, values: {} }),
    });
    expect(response.status).toBe(201);
    await eventually(async () =>
      expect(await recordOf('through a template')).toMatchObject({
        actor: people.samuel,
        door: 'scaffolder',
        outcome: 'succeeded',
      }),
    );
  });

  it('that a stock plugin carried out: running the template', async () => {
    await eventually(async () => {
      const response = await portal.ask(
        listEvents,
        { plugin: 'scaffolder' },
        samuel,
      );
      const { items } = await response.json();
      expect(items).toContainEqual(
        expect.objectContaining({ actor: people.samuel, plugin: 'scaffolder' }),
      );
    });
  });

  it('that happens by itself later: the end of a lock', async () => {
    await portal.ask(
      lock,
      { service: 'invoices', reason: 'for a second', expiresIn: 'PT1S' },
      samuel,
    );
    await eventually(async () => {
      const response = await portal.ask(
        listEvents,
        { operation: 'sphera-locks:expire-lock' },
        samuel,
      );
      const { items } = await response.json();
      expect(items[0]).toMatchObject({
        actor: people.samuel,
        door: 'schedule',
        service: 'component:default/invoices',
      });
    });
  });

  it('and the token of a program behind what a program was refused', async () => {
    await portal.ask(
      lock,
      { service: 'payments', reason: 'by a pipeline' },
      PIPELINE_TOKEN,
    );
    expect(await recordOf('by a pipeline')).toMatchObject({
      actor: 'ci-pipeline',
      actorKind: 'service',
      outcome: 'refused',
    });
  });

  it('in a chain that is whole', async () => {
    const response = await portal.ask(verify, {}, samuel);
    expect(await response.json()).toMatchObject({ ok: true });
  });
});
