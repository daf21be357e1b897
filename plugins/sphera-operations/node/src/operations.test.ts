import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import request from 'supertest';
import { dana, start } from './__testUtils__/startDoorbell';

const valid = {
  service: 'payments',
  environment: 'production',
  reason: 'lunch',
};

describe('an operation over HTTP', () => {
  it('runs for a person and answers with its output', async () => {
    const { person, bell } = await start();
    const { status, body } = await person.post('ring', { ...valid, times: 3 });
    expect({ status, body }).toEqual({ status: 200, body: { rung: 3 } });
    expect(bell.rings).toEqual([
      { service: 'component:default/payments', actor: dana, door: 'http' },
    ]);
  });

  it('reads numbers, lists and booleans out of the query', async () => {
    const { person } = await start();
    const { body } = await person.get('list-rings', {
      limit: '7',
      tones: ['ding', 'dong'],
      loud: 'true',
    });
    expect(body).toEqual({ items: ['7 ding+dong true'] });
  });

  it('answers in another form where the operation has one', async () => {
    const { person } = await start();
    const answer = await person.get('list-rings', { format: 'text' });
    expect(answer.type).toBe('text/plain');
    expect(answer.text).toBe('50 undefined undefined\n');
    const wrong = await person.get('list-rings', { format: 'xml' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain(
      'format must be one of json, text',
    );
  });

  it('sends a stream piece by piece, as it comes', async () => {
    const { server, bell } = await start();
    const response = await fetch(
      `http://localhost:${server.port()}/api/sphera-doorbell/v1/hum`,
      {
        headers: {
          authorization: mockCredentials.user.header(dana),
          'accept-encoding': 'gzip',
        },
      },
    );
    const pieces = response.body!.pipeThrough(new TextDecoderStream());
    const reader = pieces.getReader();
    expect(await reader.read()).toEqual({ done: false, value: 'mmm\n' });
    bell.hush();
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it('takes it for the end of a stream, not for a failure, when its reader leaves', async () => {
    const { server, bell, audit } = await start();
    const reader = new AbortController();
    const response = await fetch(
      `http://localhost:${server.port()}/api/sphera-doorbell/v1/hum`,
      {
        signal: reader.signal,
        headers: { authorization: mockCredentials.user.header(dana) },
      },
    );
    await response.body!.getReader().read();
    reader.abort();
    bell.hush();
    await eventually(() =>
      expect(audit.map(({ status }) => status)).toEqual([
        'initiated',
        'succeeded',
      ]),
    );
  });

  it('asks who it is first', async () => {
    const { nobody, audit } = await start();
    const { status } = await nobody.post('ring', { nonsense: true });
    expect(status).toBe(401);
    expect(audit).toEqual([]);
  });

  it('names every field that is wrong, and stores nothing', async () => {
    const { person, audit, bell } = await start();
    const { status, body } = await person.post('ring', {
      service: 'no such/thing!',
      times: 'often',
      tone: 'bang',
      colour: 'red',
    });
    expect(status).toBe(400);
    expect(body.error.details.fields).toEqual([
      {
        field: 'service',
        message: 'must name a service, like component:default/payments',
      },
      { field: 'reason', message: 'is missing: it must be a string' },
      { field: 'times', message: 'must be a number, not a string' },
      { field: 'tone', message: 'must be one of ding, dong' },
      { field: 'colour', message: 'is not a field of this operation' },
    ]);
    expect(body.error.message).toContain('reason is missing');
    expect(audit).toEqual([]);
    expect(bell.rings).toEqual([]);
  });

  it.each([
    ['an unknown service', { ...valid, service: 'ghost' }, 'service'],
    [
      'an unknown environment',
      { ...valid, environment: 'moon' },
      'environment',
    ],
    [
      'a service that is too long',
      { ...valid, service: 'a'.repeat(100_000) },
      'service',
    ],
    [
      'a reason that is too long',
      { ...valid, reason: 'a'.repeat(100_000) },
      'reason',
    ],
    ['a reason that is a number', { ...valid, reason: 4711 }, 'reason'],
    ['a reason that is a list', { ...valid, reason: ['x'] }, 'reason'],
    ['a reason of spaces', { ...valid, reason: '   ' }, 'reason'],
    ['control characters', { ...valid, reason: 'a\u0000b' }, 'reason'],
    ['text that runs backwards', { ...valid, reason: 'a\u202eb' }, 'reason'],
    ['HTML', { ...valid, reason: '<script>alert(1)</script>' }, 'reason'],
    ['HTML in a label', { ...valid, label: '<img src=x onerror=y>' }, 'label'],
    ['SQL', { ...valid, reason: "'; DROP TABLE locks; --" }, 'reason'],
    ['SQL in a label', { ...valid, label: "x' OR '1'='1" }, 'label'],
    ['SQL as service', { ...valid, service: "x' OR 1=1" }, 'service'],
    [
      'HTML as environment',
      { ...valid, environment: '<b>x</b>' },
      'environment',
    ],
    [
      'a field of the object prototype',
      '{"reason":"x","__proto__":{"a":1}}',
      '__proto__',
    ],
    [
      'an object where text belongs',
      { ...valid, service: { $ne: null } },
      'service',
    ],
  ])('refuses %s with the name of the field', async (_what, input, field) => {
    const { person, audit } = await start();
    const { status, body } = await person.post('ring', input);
    expect(status).toBe(400);
    expect(body.error.details.fields[0].field).toBe(field);
    expect(audit).toEqual([]);
  });

  it.each([
    ['no JSON', '{"reason":', 400],
    ['no object', '"lunch"', 400],
    ['a list', '[]', 400],
    ['a JSON bomb', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, 400],
    [
      'a nested JSON bomb',
      `{"reason":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
      400,
    ],
    ['a body of a megabyte', `{"reason":"${'a'.repeat(1_000_000)}"}`, 413],
  ])('answers %s in one sentence', async (_what, body, status) => {
    const { person } = await start();
    const answer = await person.post('ring', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(/JSON|too long|must be/);
  });

  it.each([
    'incident (see #4711); rollback done',
    'p99 < 200 ms & rising',
    "don't deploy",
    'dropped a table on prod',
  ])('takes "%s" as a reason', async reason => {
    const { person } = await start();
    expect((await person.post('ring', { ...valid, reason })).status).toBe(200);
  });

  it('describes itself as OpenAPI, internal operations left out', async () => {
    const { server } = await start();
    const { body } = await request(server).get(
      '/api/sphera-doorbell/openapi.json',
    );
    expect(Object.keys(body.paths)).toEqual([
      '/v1/ring',
      '/v1/ring-around',
      '/v1/set-passcode',
      '/v1/whisper',
      '/v1/list-rings',
      '/v1/hum',
      '/v1/restart-bell',
      '/v1/break-bell',
    ]);
    expect(body.paths['/v1/list-rings'].get.parameters[2]).toMatchObject({
      name: 'limit',
      in: 'query',
      required: false,
    });
  });

  it('has no route for an operation that only sphera itself runs', async () => {
    const { person } = await start();
    expect((await person.post('chime', valid)).status).toBe(404);
  });
});

describe('who may', () => {
  it('is decided by the policy on the target, for people', async () => {
    const decision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'sphera-doorbell',
      resourceType: 'sphera-target',
      conditions: {
        rule: 'IS_OWNER',
        resourceType: 'sphera-target',
        params: { claims: ['group:default/checkout'] },
      },
    };
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => [decision as any],
    });
    const { person, audit } = await start({ more: [permissions.factory] });
    expect((await person.post('ring', valid)).status).toBe(200);
    const refused = await person.post('ring', { ...valid, service: 'search' });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'You may not do "Ring" on component:default/search in production: it belongs to group:default/discovery',
    );
    expect(audit.at(-1)).toMatchObject({
      status: 'refused',
      actor: dana,
      service: 'component:default/search',
    });
  });

  it('is nothing for a program without a grant', async () => {
    const { program, audit } = await start();
    const { status, body } = await program.post('ring', valid);
    expect(status).toBe(403);
    expect(body.error.message).toContain('grant it in sphera.policy.callers');
    expect(audit).toMatchObject([{ status: 'refused', actor: 'ci-pipeline' }]);
  });

  it('is exactly what a grant says, for programs', async () => {
    const config = {
      sphera: {
        fleet: { environments: [{ name: 'staging' }, { name: 'production' }] },
        policy: {
          callers: [
            {
              subject: 'ci-pipeline',
              operations: ['sphera-doorbell:ring'],
              services: ['component:default/payments'],
              environments: ['staging'],
            },
          ],
        },
      },
    };
    const { program } = await start({ config });
    const status = async (input: object) =>
      (await program.post('ring', { ...valid, ...input })).status;
    expect(await status({ environment: 'staging' })).toBe(200);
    expect(await status({ environment: 'production' })).toBe(403);
    expect(await status({ environment: undefined })).toBe(403);
    expect(await status({ environment: 'staging', service: 'search' })).toBe(
      403,
    );
    expect(await status({ environment: 'staging', service: undefined })).toBe(
      403,
    );
    expect((await program.get('list-rings')).status).toBe(403);
  });
});

describe('what stands in the way', () => {
  it('is a guardrail, with the limit and the allowed range', async () => {
    const { person, audit } = await start();
    const { status, body } = await person.post('ring', { ...valid, times: 11 });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({
      name: 'GuardrailError',
      message: 'A bell rings at most 10 times',
      details: { limit: 'times', allowed: { min: 1, max: 10 } },
    });
    expect(audit).toMatchObject([
      { status: 'refused', operation: 'sphera-doorbell:ring' },
    ]);
  });

  it('is a permission policy that does not answer', async () => {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => {
        throw new Error('Request failed with 500: token eyJhbGciOi');
      },
    });
    const { person, audit } = await start({ more: [permissions.factory] });
    const { status, body } = await person.post('ring', valid);
    expect(status).toBe(503);
    expect(body.error.message).toBe(
      'It cannot be told whether you may do this, since the permission policy does not answer. Try again in a moment',
    );
    expect(audit).toMatchObject([
      { status: 'refused', operation: 'sphera-doorbell:ring' },
    ]);
  });

  it('is a gate that cannot be asked: then nothing runs', async () => {
    const { person } = await start();
    const { status, body } = await person.post('restart-bell', valid);
    expect(status).toBe(503);
    expect(body.error.message).toContain('cannot be told whether it is locked');
  });

  it('is a catalog that does not answer about a service that nobody asked for before', async () => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => {
        throw new Error('connect ECONNREFUSED 10.1.2.3');
      },
    });
    const { person } = await start({ catalog: catalog.factory });
    const { status, body } = await person.post('ring', valid);
    expect(status).toBe(503);
    expect(body.error.message).toBe(
      '"Ring" was not carried out, because the software catalog does not answer right now. Try again in a moment',
    );
  });

  it('is an audit log that cannot be written: then nothing runs', async () => {
    const broken = mockServices.auditor.mock({
      createEvent: async () => {
        throw new Error("insert into audit values ('hunter2')");
      },
    });
    const { person, bell } = await start({ auditor: broken.factory });
    const { status, text } = await person.post('ring', valid);
    expect(status).toBe(503);
    expect(text).not.toContain('hunter2');
    expect(bell.rings).toEqual([]);
  });
});

describe('the audit log', () => {
  it('has the beginning and the end of each change, with person and door', async () => {
    const { person, audit } = await start();
    await person.post('ring', { ...valid, times: 2 });
    expect(audit).toMatchObject([
      {
        status: 'initiated',
        actor: dana,
        door: 'http',
        operation: 'sphera-doorbell:ring',
        service: 'component:default/payments',
        environment: 'production',
        reason: 'lunch',
      },
      { status: 'succeeded', actor: dana, output: { rung: 2 } },
    ]);
    expect(audit[0].id).toBe(audit[1].id);
  });

  it('never has a field that the schema declares secret', async () => {
    const { person, audit } = await start();
    await person.post('set-passcode', { ...valid, passcode: 'hunter2' });
    await person.post('set-passcode', {
      ...valid,
      passcode: 'hunter2',
      times: 11,
    });
    await person.post('set-passcode', {
      ...valid,
      passcode: 'hunter2',
      service: 'ghost',
    });
    expect(audit).toHaveLength(4);
    expect(JSON.stringify(audit)).not.toContain('hunter2');
  });

  it('names the person on whose behalf a schedule acts', async () => {
    const { bell, audit } = await start();
    await bell.chimeFor('user:default/erin');
    expect(audit).toMatchObject([
      { status: 'initiated', actor: 'user:default/erin', door: 'schedule' },
      { status: 'succeeded' },
    ]);
  });

  it('has no reads', async () => {
    const { person, audit } = await start();
    await person.get('list-rings');
    expect(audit).toEqual([]);
  });
});

describe('an error', () => {
  it('that was meant for people reaches them', async () => {
    const { person } = await start();
    const { status, body } = await person.post('break-bell', {
      reason: 'x',
      how: 'missing',
    });
    expect(status).toBe(404);
    expect(body.error.message).toBe('There is no bell');
  });

  it.each(['database', 'thrown-text'])(
    'of the kind %s shows nothing but a number',
    async how => {
      const { person, audit } = await start();
      const { status, text, body } = await person.post('break-bell', {
        reason: 'x',
        how,
      });
      expect(status).toBe(500);
      expect(text).not.toMatch(/hunter2|insert|select/i);
      expect(body.error.details.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(audit.map(one => String(one.error)))).not.toContain(
        'hunter2',
      );
    },
  );
});

describe('a change', () => {
  it('is told to open pages and to listeners of the plugin, once', async () => {
    const { person, signals, bell } = await start();
    await person.post('ring', valid);
    await new Promise(resolve => setTimeout(resolve, 700));
    const told = {
      operation: 'ring',
      service: 'component:default/payments',
      environment: 'production',
    };
    expect(signals).toMatchObject([
      { channel: 'sphera-doorbell', message: told },
    ]);
    expect(bell.changes).toMatchObject([told]);
  });

  it('that every replica notices by itself is told to the pages of this one', async () => {
    const { signals, bell } = await start();
    bell.fall('component:default/payments');
    expect(signals).toMatchObject([
      {
        channel: 'sphera-doorbell',
        message: { service: 'component:default/payments' },
      },
    ]);
  });
});
