import { requestFor } from '@sphera/plugin-operations-common';
import request from 'supertest';
import { PASSCODE } from './__testUtils__/doorbell';
import { setPasscode, whisper } from './__testUtils__/doorbellOperations';
import { start } from './__testUtils__/startDoorbell';

const asked = { service: 'payments', reason: 'lunch' };

describe('an operation whose answer has a secret', () => {
  it('is asked by POST although it only reads, so that its input is in no address', async () => {
    const { person } = await start();
    const { status, body } = await person.post('whisper', asked);
    expect({ status, body }).toEqual({
      status: 200,
      body: { passcode: PASSCODE },
    });
    expect((await person.get('whisper', asked)).status).toBe(404);
    expect(requestFor(whisper, asked)).toMatchObject({
      path: '/v1/whisper',
      init: { method: 'POST' },
    });
  });

  it('leaves nothing in a cache, and no hash of its answer', async () => {
    const { person } = await start();
    for (const input of [asked, { ...asked, isAwake: false }, {}]) {
      const { headers } = await person.post('whisper', input);
      expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    }
    const { headers } = await person.post('whisper', asked);
    expect(headers).not.toHaveProperty('etag');
    expect(headers['content-type']).toContain('application/json');
  });

  it('is on the record without the secret, also where it fails', async () => {
    const { person, audit } = await start();
    await person.post('whisper', asked);
    await person.post('whisper', { ...asked, isAwake: false });
    expect(audit.map(({ status }) => status)).toEqual([
      'initiated',
      'succeeded',
      'initiated',
      'failed',
    ]);
    const { error } = audit[3];
    expect({ ...error, name: error.name, message: error.message }).toEqual({
      name: 'NotFoundError',
      message: 'Nobody is awake',
    });
    expect(JSON.stringify(audit)).not.toContain(PASSCODE);
  });

  it('changes nothing, so that nobody is told of a change', async () => {
    const { person, bell } = await start();
    await person.post('whisper', asked);
    expect(bell.changes).toEqual([]);
  });

  it('is described as POST', async () => {
    const { server } = await start();
    const { body } = await request(server).get(
      '/api/sphera-doorbell/openapi.json',
    );
    expect(Object.keys(body.paths['/v1/whisper'])).toEqual(['post']);
  });
});

describe('an operation that takes a secret', () => {
  const passcode = 'hunter2-hunter2';

  it('is one, too: nothing of it is cached', async () => {
    const { person } = await start();
    const { headers } = await person.post('set-passcode', {
      ...asked,
      passcode,
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(setPasscode.isConfidential).toBe(true);
  });

  it.each([
    ['under a name that is not known', { [passcode]: 'x' }],
    ['in a field that is not known', { pascode: passcode }],
    ['as a service', { service: passcode }],
    ['as an environment', { environment: passcode }],
    ['as one of a few words', { tone: passcode }],
    ['as a number', { times: passcode }],
    ['as a reason', { passcode, reason: `it is ${passcode} now` }],
    ['as a label', { passcode, label: passcode }],
  ])('does not repeat it where it came %s', async (_where, input) => {
    const { person, audit } = await start();
    const { status, text } = await person.post('set-passcode', {
      ...asked,
      ...input,
    });
    expect(status).toBe(400);
    expect(text).not.toContain(passcode);
    expect(audit).toEqual([]);
  });

  it('says in which field it may not stand', async () => {
    const { person } = await start();
    const reason = `it is ${passcode} now`;
    const { body } = await person.post('set-passcode', {
      ...asked,
      passcode,
      reason,
    });
    expect(body.error.details.fields).toEqual([
      {
        field: 'reason',
        message: 'must not repeat a secret value: it is written down',
      },
    ]);
  });

  it.each([
    ['at all', `{"passcode":"${passcode}"`],
    ['in the middle', `{"passcode":"${passcode}" oops}`],
    ['but text', passcode],
  ])('does not repeat a body that is no JSON %s', async (_what, body) => {
    const { person } = await start();
    const { status, text } = await person.post('set-passcode', body);
    expect(status).toBe(400);
    expect(text).not.toContain(passcode);
  });

  it('takes one of 64 KiB in which every byte is escaped', async () => {
    const { person } = await start();
    const body = JSON.stringify({ ...asked, label: 'x' });
    const long = '\\u0061'.repeat(65_536);
    const { status, body: answer } = await person.post(
      'set-passcode',
      body.replace('"x"', `"${long}"`),
    );
    expect({ status, answer }).toMatchObject({
      status: 400,
      answer: { error: { details: { fields: [{ field: 'label' }] } } },
    });
  });
});

describe('an operation that was done in part', () => {
  it('says so, with what was done where, and is on the record as failed', async () => {
    const { person, audit } = await start();
    const input = { reason: 'x', how: 'partly' };
    const { status, body } = await person.post('break-bell', input);
    expect({ status, error: body.error }).toMatchObject({
      status: 502,
      error: {
        name: 'PartlyDoneError',
        message: 'Broken in staging, not in production',
        details: { done: ['staging'], failed: ['production'] },
      },
    });
    expect(audit[1]).toMatchObject({
      status: 'failed',
      error: { message: 'Broken in staging, not in production' },
    });
  });
});
