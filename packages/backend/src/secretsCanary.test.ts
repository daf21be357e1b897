import { randomBytes } from 'node:crypto';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { exportEvents, listEvents } from '@sphera/plugin-audit-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import secretsPlugin from '@sphera/plugin-secrets-backend';
import {
  adoptSecret,
  compareSecrets,
  copySecret,
  createSecret,
  deleteSecret,
  finishChange,
  getStandard,
  LARGEST_VALUE,
  listDrift,
  listPlaces,
  listSecrets,
  listServiceSecrets,
  listVersions,
  previewAdoption,
  previewCopy,
  restoreSecret,
  restoreVersion,
  revealSecret,
  secretsOperations,
  undoChange,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import servicesPlugin from '@sphera/plugin-services-backend';
import { listServices } from '@sphera/plugin-services-common';
import mcpModule from './mcp';
import { people } from './__testUtils__/company';
import {
  longCanary,
  newCanary,
  plainCanary,
} from './__testUtils__/canary/canaries';
import { findTraces } from './__testUtils__/canary/findTraces';
import { planter } from './__testUtils__/canary/planter';
import {
  ACCOUNTS,
  REGIONS,
  SecretsOfCanary,
  startSecretsOfCanary,
} from './__testUtils__/canary/startSecretsOfCanary';
import {
  startWatchedPortal,
  WatchedPortal,
} from './__testUtils__/canary/startWatchedPortal';

jest.setTimeout(180_000);

const service = 'payments';
const reason = `canary-${randomBytes(8).toString('hex')}`;
const planted = newCanary();
const everywhere = { service, environments: ['staging', 'production'], reason };
const here = { service, environment: 'production', region: REGIONS[0] };

describe('the value of a secret', () => {
  let secrets: SecretsOfCanary;
  let portal: WatchedPortal;
  let noor: string;
  let priya: string;
  /** Every value that was ever sent or kept. */
  const values = new Set<string | Buffer>();
  const carriedOut = new Set<string>();

  beforeAll(async () => {
    secrets = await startSecretsOfCanary(service);
    portal = await startWatchedPortal({
      features: [
        persistingAuditorFactory,
        auditPlugin,
        locksPlugin,
        servicesPlugin,
        secretsPlugin,
        mcpActionsPlugin,
        mcpModule,
        planter(planted),
      ],
      config: { aws: secrets.aws },
      sphera: {
        fleet: {
          environments: [{ name: 'staging' }, { name: 'production' }],
          regions: REGIONS.map(name => ({ name })),
          clusters: [],
        },
        secrets: secrets.secrets,
      },
      actionsOf: ['sphera-secrets'],
    });
    noor = await portal.signIn(people.noor);
    priya = await portal.signIn(people.priya);
  });
  afterAll(async () => {
    await portal?.stop();
    await secrets?.stop();
  });
  afterEach(() => secrets.values().forEach(value => values.add(value)));

  /** Notes what came back, unless it is what was asked for: a revealed value. */
  async function heard(what: string, response: Response) {
    const text = await response.text();
    const isRevealed = what === revealSecret.id && response.ok;
    const headers = Object.fromEntries(response.headers);
    portal.traces.note(`answer: ${what}`, [
      response.status,
      headers,
      isRevealed ? '' : text,
    ]);
    const body = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: response.status, body };
  }

  async function ask<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    token = noor,
  ) {
    const response = await portal.ask(operation, input, token);
    const answer = await heard(operation.id, response);
    if (answer.status === 200) carriedOut.add(operation.id);
    return answer;
  }

  async function done<T extends Operation>(operation: T, input: RequestOf<T>) {
    const { status, body } = await ask(operation, input);
    expect({ status, body: status === 200 ? '' : body }).toEqual({
      status: 200,
      body: '',
    });
    return body;
  }

  /** A value that is searched for in the end. */
  function canary(value: string | Buffer = newCanary()) {
    values.add(value);
    return String(value);
  }

  async function untilSeen() {
    for (;;) {
      const { items } = await done(listPlaces, {});
      if (items.every((place: any) => place.state === 'live')) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('goes through every operation', async () => {
    await untilSeen();
    const value = canary();
    await done(createSecret, { ...everywhere, name: 'typed', value });
    const bytes = randomBytes(60);
    canary(bytes);
    await done(createSecret, {
      ...everywhere,
      name: 'binary',
      value: bytes.toString('base64'),
      encoding: 'base64',
    });
    const length = 40;
    await done(createSecret, {
      ...everywhere,
      name: 'made-up',
      generate: { length, alphabet: 'with-symbols' },
    });
    const longest = canary(longCanary(LARGEST_VALUE));
    await done(createSecret, { ...everywhere, name: 'long', value: longest });
    secrets.values().forEach(one => values.add(one));

    const revealed = await done(revealSecret, {
      ...here,
      name: 'typed',
      reason,
    });
    expect(revealed.value).toBe(value);
    await done(updateSecret, {
      ...everywhere,
      name: 'typed',
      value: canary(),
      description: 'another one',
    });
    await done(revealSecret, {
      ...here,
      name: 'typed',
      versionId: revealed.versionId,
      reason,
    });
    await done(revealSecret, { ...here, name: 'binary', reason });
    await done(listVersions, { ...here, name: 'typed' });
    await done(restoreVersion, { ...everywhere, name: 'typed' });

    const copied = {
      service,
      names: ['drifting', 'binary'],
      fromEnvironment: 'staging',
      fromRegion: REGIONS[0],
      environments: ['staging', 'production'],
    };
    await done(previewCopy, copied);
    await done(copySecret, copied);
    await done(compareSecrets, {
      ...here,
      otherEnvironment: 'staging',
      otherRegion: REGIONS[1],
    });

    await done(deleteSecret, { ...everywhere, name: 'made-up' });
    await done(restoreSecret, { ...everywhere, name: 'made-up' });
    const misnamed = { ...here, fullName: 'misnamed-production' };
    await done(previewAdoption, { ...misnamed, name: 'well-named' });
    await done(adoptSecret, { ...misnamed, name: 'well-named' });
    await done(adoptSecret, {
      ...here,
      fullName: 'nobodys-production',
      name: 'found',
      deleteOld: true,
    });
    await done(listSecrets, { service, fresh: true });
    await done(listServiceSecrets, {});
    await done(listDrift, {});
    await done(getStandard, { service });
  });

  it('is half kept, then everywhere, then nowhere', async () => {
    const production = { account: ACCOUNTS.production, region: REGIONS[1] };
    const failing = async (
      api: string,
      act: () => Promise<{ status: number; body: any }>,
    ) => {
      const apis = [api];
      secrets.standIn.aws.fault({ ...production, apis, fault: 'denied' });
      const { status, body } = await act();
      secrets.standIn.aws.fault({ ...production, apis, fault: 'none' });
      expect(status).toBe(502);
      return { ...everywhere, change: body.error.details?.change as string };
    };
    const created = await failing('CreateSecret', () =>
      ask(createSecret, { ...everywhere, name: 'halved', value: canary() }),
    );
    await done(listSecrets, { service });
    await done(finishChange, created);
    const undone = await failing('CreateSecret', () =>
      ask(createSecret, { ...everywhere, name: 'undone', value: canary() }),
    );
    await done(undoChange, undone);
    await done(updateSecret, {
      ...everywhere,
      environments: ['staging'],
      name: 'typed',
      value: canary(),
    });
    await failing('PutSecretValue', () =>
      ask(copySecret, {
        service,
        names: ['typed'],
        fromEnvironment: 'staging',
        fromRegion: REGIONS[0],
        environments: ['production'],
      }),
    );
    const updated = await failing('UpdateSecretVersionStage', () =>
      ask(updateSecret, { ...everywhere, name: 'halved', value: canary() }),
    );
    await done(undoChange, updated);
    await failing('PutSecretValue', () =>
      ask(updateSecret, { ...everywhere, name: 'halved', value: canary() }),
    );
  });

  it.each([
    'throttled',
    'denied',
    'down',
    'expired',
    'broken',
    'slow',
  ] as const)('meets an AWS that is %s', async fault => {
    secrets.standIn.aws.fault({ fault });
    const name = 'typed';
    const calls = [
      ask(createSecret, {
        ...everywhere,
        name: `while-${fault}`,
        value: canary(),
      }),
      ask(updateSecret, { ...everywhere, name, value: canary() }),
      ask(revealSecret, { ...here, name: 'binary', reason }),
      ask(restoreVersion, { ...everywhere, name: 'long' }),
      ask(listSecrets, { service, fresh: true }),
      ask(copySecret, {
        service,
        names: ['drifting'],
        fromEnvironment: 'production',
        fromRegion: REGIONS[0],
        environments: ['staging'],
      }),
    ];
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    secrets.standIn.aws.fault({ fault: 'none' });
    expect(statuses.slice(0, 3).every(status => status >= 400)).toBe(true);
    expect(statuses).not.toContain(500);
  });

  it('comes in where it does not belong', async () => {
    const plain = canary(plainCanary());
    const odd = canary();
    const create = { ...everywhere, name: 'astray' };
    const wrong: Array<[number, object]> = [
      [400, { ...create, service: plain }],
      [400, { ...create, service: odd }],
      [400, { ...create, environments: [plain] }],
      [400, { ...create, regions: [plain] }],
      [400, { ...create, name: odd }],
      [400, { ...create, name: plain, value: plain }],
      [400, { ...create, encoding: plain }],
      [400, { ...create, generate: plain }],
      [400, { ...create, generate: { length: plain, [plain]: plain } }],
      [400, { ...create, differsByRegion: plain }],
      [400, { ...create, rotateBy: plain }],
      [400, { ...create, description: `it is ${plain}`, value: plain }],
      [400, { ...create, reason: `it is ${odd}`, value: odd }],
      [400, { ...create, [odd]: odd }],
      [400, { ...create, vaule: odd }],
      [400, { ...create, value: { text: odd } }],
      [400, { ...create, value: [odd] }],
      [400, { ...create, value: odd, generate: { length: 20 } }],
      [400, { ...create, value: odd, encoding: 'base64' }],
      [400, { ...create, value: `${odd}\ud800` }],
      [400, { ...create, value: `-----BEGIN PRIVATE KEY-----${odd}` }],
      [400, { ...create, value: canary(longCanary(LARGEST_VALUE + 1)) }],
      [400, { ...create, value: canary(longCanary(450_000)) }],
      [413, { ...create, value: canary(longCanary(600_000)) }],
      [400, { ...create, service: 'ghost', value: odd }],
      [400, { ...create, environments: ['moon'], value: odd }],
      [409, { ...create, name: 'typed', value: odd }],
    ];
    for (const [expected, input] of wrong) {
      const { status } = await ask(createSecret, input as any);
      expect([status, Object.keys(input)]).toEqual([
        expected,
        Object.keys(input),
      ]);
    }
    const seen = [
      { environment: 'staging', region: REGIONS[0], versionId: 'x'.repeat(32) },
    ];
    const update = { ...everywhere, name: 'typed', value: odd };
    expect((await ask(updateSecret, { ...update, seen })).status).toBe(409);
    expect((await ask(updateSecret, update, priya)).status).toBe(403);
    expect((await ask(updateSecret, update, '')).status).toBe(401);
    const reveal = { ...here, name: 'typed', reason, versionId: odd };
    expect((await ask(revealSecret, reveal)).status).toBe(400);
  });

  it('comes in with a body that is no JSON', async () => {
    const odd = newCanary().replace(/\n/g, '');
    values.add(odd);
    const doors = [
      '/api/sphera-secrets/v1/create-secret',
      '/api/sphera-secrets/.backstage/actions/v1/actions/sphera-secrets:create-secret/invoke',
      '/api/sphera-secrets/.backstage/actions/v2/actions/sphera-secrets:create-secret-with-secrets/invoke',
      '/api/mcp-actions/v1',
    ];
    const bodies = [`{"value":"${odd}`, `{"value":"x" ${odd}}`, odd];
    const types = [
      'application/json',
      'application/json; charset=latin1',
      'text/plain',
    ];
    for (const door of doors) {
      for (const body of bodies) {
        for (const type of types) {
          const { status } = await heard(
            door,
            await portal.fetch(door, {
              method: 'POST',
              token: noor,
              headers: { 'content-type': type },
              body,
            }),
          );
          expect(status).toBeGreaterThanOrEqual(400);
        }
      }
    }
  });

  it('comes through the doors of actions', async () => {
    const invoke = async (version: string, action: string, body: object) =>
      heard(
        action,
        await portal.fetch(
          `/api/sphera-secrets/.backstage/actions/${version}/actions/sphera-secrets:${action}/invoke`,
          {
            method: 'POST',
            token: noor,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
        ),
      );
    const create = (name: string) => ({ ...everywhere, name });
    const withSecrets = 'create-secret-with-secrets';
    const value = canary();
    const statuses = [
      invoke('v2', withSecrets, {
        input: create('by-action'),
        secrets: { value },
      }),
      invoke('v2', withSecrets, {
        input: { ...create('a'), value },
        secrets: {},
      }),
      invoke('v2', withSecrets, {
        input: create('b'),
        secrets: { [value]: value },
      }),
      invoke('v2', withSecrets, { input: create('c'), secrets: value }),
      invoke('v2', 'create-secret', {
        input: create('d'),
        secrets: { value },
      }),
      invoke('v1', 'create-secret', { ...create('e'), value }),
      invoke('v1', 'reveal-secret', { ...here, name: 'typed', reason }),
    ].map(async answer => (await answer).status);
    expect(await Promise.all(statuses)).toEqual([
      200, 400, 400, 400, 400, 400, 404,
    ]);

    const transport = new StreamableHTTPClientTransport(
      new URL(`${portal.url}/api/mcp-actions/v1`),
      { requestInit: { headers: { authorization: `Bearer ${noor}` } } },
    );
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    const call = async (tool: string, args: Record<string, unknown>) => {
      const answer = await client
        .callTool({ name: `sphera-secrets.${tool}`, arguments: args })
        .catch(error => ({ isError: true, error }));
      portal.traces.note(`answer: MCP ${tool}`, answer);
      return Boolean(answer.isError);
    };
    expect([
      await call('create-secret', { ...create('f'), value }),
      await call('create-secret', { ...create('g'), [value]: 1 }),
      await call(withSecrets, { ...create('h'), secrets: { value } }),
      await call('reveal-secret', { ...here, name: 'typed', reason }),
      await call('create-secret', {
        ...create('by-agent'),
        generate: { length: 30 },
      }),
    ]).toEqual([true, true, true, true, false]);
    await client.close();
  });

  it('was not anywhere that the portal wrote to', async () => {
    await untilSeen();
    for (const item of secretsOperations) {
      expect([...carriedOut]).toContain(item.id);
    }
    await ask(listServices, {});
    await ask(listEvents, { limit: 200 });
    await ask(exportEvents, {});
    for (const path of [
      '/api/sphera-secrets/openapi.json',
      '/api/sphera-secrets/.backstage/actions/v1/actions',
    ]) {
      await heard(path, await portal.fetch(path, { token: noor }));
    }
    await portal.noteDatabase();
    expect(findTraces([...values], portal.traces.all)).toEqual([]);
  });

  it('would have been seen there', async () => {
    const placesOf = (value: string) =>
      findTraces([value], portal.traces.all).map(({ where }) => where);
    const kindsOf = (value: string) =>
      [...new Set(placesOf(value).map(where => where.split(':')[0]))].sort();
    expect(kindsOf(planted)).toEqual([
      'cache',
      'database',
      'event',
      'log',
      'metric',
      'output',
      'request',
      'signal',
      'span',
    ]);
    expect(placesOf(planted)).toEqual(
      expect.arrayContaining(['request: fetch', 'request: http']),
    );
    // What comes in beside a value, and may be written, is found as well.
    expect(kindsOf(reason)).toEqual(
      expect.arrayContaining(['answer', 'database', 'log']),
    );
  });
});
