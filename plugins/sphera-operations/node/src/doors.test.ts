import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import { Doorbell, doorbellPlugin } from './__testUtils__/doorbell';
import { doorsTo } from './__testUtils__/doorsTo';
import { world } from './__testUtils__/world';

const dana = mockCredentials.user.header('user:default/dana');
const valid = {
  service: 'payments',
  environment: 'production',
  reason: 'lunch',
};

async function start() {
  const bell: Partial<Doorbell> = {};
  const { features } = world({
    config: {
      sphera: {
        fleet: { environments: [{ name: 'staging' }, { name: 'production' }] },
      },
      backend: { actions: { pluginSources: ['sphera-doorbell'] } },
    },
  });
  const { server } = await startTestBackend({
    features: [
      doorbellPlugin(bell),
      mcpActions,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      ...features,
    ],
  });
  return {
    bell: bell as Doorbell,
    doors: doorsTo(server, 'sphera-doorbell'),
    server,
  };
}

describe.each(['HTTP', 'actions registry', 'MCP'] as const)(
  'the door %s',
  name => {
    it('lets a good call through, as the person who made it', async () => {
      const { doors, bell } = await start();
      const answer = await doors[name](dana, 'ring', { ...valid, times: 2 });
      expect(answer).toEqual({ ok: true, output: { rung: 2 } });
      expect(bell.rings).toMatchObject([{ actor: 'user:default/dana' }]);
    });

    it.each([
      [
        'a missing reason',
        { reason: undefined },
        'reason is missing: it must be a string',
      ],
      [
        'a wrong type',
        { times: 'often' },
        'times must be a number, not a string',
      ],
      [
        'an unknown field',
        { colour: 'red' },
        'colour is not a field of this operation',
      ],
      [
        'an unknown service',
        { service: 'ghost' },
        'service must be a service of the catalog',
      ],
      [
        'an unknown environment',
        { environment: 'moon' },
        'environment must be one of staging, production',
      ],
      ['a long reason', { reason: 'a'.repeat(50_000) }, 'reason is too long'],
      [
        'control characters',
        { reason: 'a\u0000b' },
        'reason must be plain text, without control characters',
      ],
      [
        'HTML',
        { reason: '<script>x</script>' },
        'reason must be plain text, without HTML tags',
      ],
      [
        'SQL',
        { reason: "'; DROP TABLE locks; --" },
        'reason must be plain text, without SQL statements',
      ],
      ['too many rings', { times: 11 }, 'A bell rings at most 10 times'],
    ])('refuses %s in the same words', async (_what, change, words) => {
      const { doors, bell } = await start();
      const answer = await doors[name](dana, 'ring', { ...valid, ...change });
      expect(answer).toEqual({
        ok: false,
        message: expect.stringContaining(words),
      });
      expect(bell.rings).toEqual([]);
    });

    it('refuses a program without a grant', async () => {
      const { doors, bell } = await start();
      const program = mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('ci-pipeline'),
        targetPluginId: name === 'MCP' ? 'mcp-actions' : 'sphera-doorbell',
      });
      const answer = await doors[name](program, 'ring', valid);
      expect(answer).toEqual({
        ok: false,
        message: expect.stringContaining('grant it in sphera.policy.callers'),
      });
      expect(bell.rings).toEqual([]);
    });

    it('says nothing of what broke inside', async () => {
      const { doors } = await start();
      const answer = await doors[name](dana, 'break-bell', {
        reason: 'x',
        how: 'database',
      });
      expect(answer).toMatchObject({ ok: false });
      expect(JSON.stringify(answer)).not.toMatch(/hunter2|insert/i);
    });

    it('is closed for operations that only sphera runs', async () => {
      const { doors } = await start();
      expect(await doors[name](dana, 'chime', valid)).toMatchObject({
        ok: false,
      });
    });
  },
);

describe('a secret in an action', () => {
  const passcode = 'hunter2-hunter2';
  const invoke = async (
    server: Awaited<ReturnType<typeof start>>['server'],
    action: string,
    body: object,
  ) =>
    request(server)
      .post(
        `/api/sphera-doorbell/.backstage/actions/v2/actions/sphera-doorbell:${action}/invoke`,
      )
      .set('authorization', dana)
      .send(body);

  it('comes in as a secret of the action that takes it', async () => {
    const { server, bell } = await start();
    const { status, body } = await invoke(server, 'set-passcode-with-secrets', {
      input: valid,
      secrets: { passcode },
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: { output: { isSet: true } },
    });
    expect(bell.passcodes).toEqual([passcode]);
  });

  it.each(['actions registry', 'MCP'] as const)(
    'is not needed through the door %s where the operation does without',
    async name => {
      const { doors, bell } = await start();
      const answer = await doors[name](dana, 'set-passcode', valid);
      expect(answer).toEqual({ ok: true, output: { isSet: true } });
      expect(bell.passcodes).toEqual(['made-up']);
    },
  );

  it.each(['actions registry', 'MCP'] as const)(
    'is refused as plain input through the door %s, and not repeated',
    async name => {
      const { doors, bell } = await start();
      const answer = await doors[name](dana, 'set-passcode', {
        ...valid,
        passcode,
      });
      expect(answer).toEqual({
        ok: false,
        message: expect.stringContaining(
          'passcode must not come as plain input of an action',
        ),
      });
      expect(JSON.stringify(answer)).not.toContain(passcode);
      expect(bell.passcodes).toEqual([]);
    },
  );

  it('is refused as plain input beside secrets, too', async () => {
    const { server } = await start();
    const { status, text } = await invoke(server, 'set-passcode-with-secrets', {
      input: { ...valid, passcode },
      secrets: {},
    });
    expect(status).toBe(400);
    expect(text).not.toContain(passcode);
  });

  it('is not repeated where the body is no JSON', async () => {
    const { server } = await start();
    const { status, text } = await request(server)
      .post(
        '/api/sphera-doorbell/.backstage/actions/v2/actions/sphera-doorbell:set-passcode-with-secrets/invoke',
      )
      .set('authorization', dana)
      .set('content-type', 'application/json')
      .send(`{"secrets":{"passcode":"${passcode}`);
    expect(status).toBe(400);
    expect(text).not.toContain(passcode);
  });

  it('never comes out: there is no action for what would answer it', async () => {
    const { server, doors } = await start();
    const { body } = await request(server)
      .get('/api/sphera-doorbell/.backstage/actions/v1/actions')
      .set('authorization', dana);
    const names = body.actions.map((one: any) => one.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'set-passcode',
        'set-passcode-with-secrets',
        'list-rings',
      ]),
    );
    expect(names).not.toContain('whisper');
    expect(await doors.MCP(dana, 'whisper', valid)).toMatchObject({
      ok: false,
    });
  });

  it('is described as a secret, not as input', async () => {
    const { server } = await start();
    const { body } = await request(server)
      .get('/api/sphera-doorbell/.backstage/actions/v1/actions')
      .set('authorization', dana);
    const [plain, secret] = ['set-passcode', 'set-passcode-with-secrets'].map(
      name => body.actions.find((one: any) => one.name === name).schema,
    );
    expect(plain.input.properties).not.toHaveProperty('passcode');
    expect(plain).not.toHaveProperty('secrets');
    expect(secret.input.properties).not.toHaveProperty('passcode');
    expect(Object.keys(secret.secrets.properties)).toEqual(['passcode']);
  });
});

it('describes each action with the schema of its operation', async () => {
  const { server } = await start();
  const { body } = await request(server)
    .get('/api/sphera-doorbell/.backstage/actions/v1/actions')
    .set('authorization', dana);
  const ring = body.actions.find((one: any) => one.name === 'ring');
  expect(ring).toMatchObject({
    title: 'Ring',
    attributes: { readOnly: false, destructive: false },
  });
  expect(Object.keys(ring.schema.input.properties)).toContain('reason');
});
