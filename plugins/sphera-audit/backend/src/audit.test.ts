import { createHash } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startPortal } from './__testUtils__/portal';

const dana = 'user:default/dana';
const omar = 'user:default/omar';

describe('the audit log', () => {
  it('tells who did what, on what, when and with what outcome', async () => {
    const { as } = await startPortal();
    const before = Date.now();
    await as(dana).writeNote({ reason: 'incident 4711' }).expect(200);
    const { body } = await as(omar).get('list-events').expect(200);
    expect(body).toEqual({
      totalItems: 1,
      items: [
        expect.objectContaining({
          seq: 2,
          actor: dana,
          actorKind: 'user',
          door: 'http',
          plugin: 'sphera-notebook',
          operation: 'sphera-notebook:write-note',
          service: 'component:default/payments',
          outcome: 'succeeded',
          severity: 'medium',
          reason: 'incident 4711',
          details: expect.objectContaining({
            input: expect.objectContaining({ reason: 'incident 4711' }),
            output: { pages: 1, note: '[secret]' },
          }),
        }),
      ],
    });
    const [{ occurredAt }] = body.items;
    expect(Date.parse(occurredAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(occurredAt)).toBeLessThanOrEqual(Date.now());
  });

  it('holds the start of an action before it is carried out, and why it failed', async () => {
    const { as } = await startPortal();
    await as(dana).writeNote({ fail: true }).expect(404);
    const { body } = await as(dana).get('list-events');
    expect(body.items).toMatchObject([
      { outcome: 'failed', error: 'NotFoundError: There is no notebook' },
    ]);
    const { correlation } = body.items[0];
    const whole = await as(dana).get('list-events', { correlation });
    expect(whole.body.items.map((one: any) => one.outcome)).toEqual([
      'failed',
      'initiated',
    ]);
  });

  it('holds who was refused, and why', async () => {
    const { as, knex, written } = await startPortal({
      permission: AuthorizeResult.DENY,
    });
    await as(dana).writeNote({}).expect(403);
    expect(written).toEqual([]);
    expect(await knex('audit_events')).toMatchObject([
      {
        actor: dana,
        operation: 'sphera-notebook:write-note',
        outcome: 'refused',
        error: expect.stringContaining('You may not do "Write a note"'),
      },
    ]);
  });

  it('does not let anything run that it cannot record, and says no word of the database', async () => {
    const { as, knex, written, logger } = await startPortal();
    await knex.schema.dropTable('audit_events');
    const { body } = await as(dana)
      .writeNote({ reason: 'MARKED-REASON', note: 'MARKED-NOTE' })
      .expect(503);
    expect(written).toEqual([]);
    expect(body.error.message).toBe(
      '"Write a note" was not carried out, because the audit log cannot be written right now. Try again in a moment',
    );
    expect(JSON.stringify(body)).not.toMatch(/audit_events|MARKED|insert/);
    const errors = JSON.stringify(logger.error.mock.calls);
    expect(errors).not.toMatch(/MARKED|insert into/);
  });

  it('never holds what an operation declares secret, whatever the outcome', async () => {
    const canary = 'CANARY-7f3a9';
    const { as, knex, logger, permission } = await startPortal();
    const note = { note: canary, nested: { code: canary } };
    await as(dana).writeNote(note).expect(200);
    await as(dana)
      .writeNote({ ...note, fail: true })
      .expect(404);
    await as(dana)
      .writeNote({ ...note, service: 'nobody' })
      .expect(400);
    permission.result = AuthorizeResult.DENY;
    await as(dana).writeNote(note);
    permission.result = AuthorizeResult.ALLOW;

    const rows = await knex('audit_events');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(JSON.stringify(rows)).toContain('[secret]');
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      expect(JSON.stringify(logger[level].mock.calls)).not.toContain(canary);
    }
    const exported = await as(dana).get('export-events', { format: 'jsonl' });
    expect(exported.text).not.toContain(canary);
  });

  it('can be searched and paged', async () => {
    const { as } = await startPortal();
    for (const reason of ['first', 'second', 'third']) {
      await as(dana).writeNote({ reason });
    }
    await as(omar).writeNote({ service: 'search', reason: 'fourth' });
    const reasons = async (query: object) => {
      const { body } = await as(dana).get('list-events', query).expect(200);
      return body.items.map((one: any) => one.reason);
    };
    expect(await reasons({ actor: omar })).toEqual(['fourth']);
    expect(await reasons({ service: 'search' })).toEqual(['fourth']);
    expect(await reasons({ text: 'SECOND' })).toEqual(['second']);
    expect(await reasons({ outcome: 'failed' })).toEqual([]);
    expect(await reasons({ to: '2020-01-01T00:00:00Z' })).toEqual([]);

    const first = await as(dana).get('list-events', { limit: 3 });
    expect(first.body.totalItems).toBe(4);
    expect(first.body.items).toHaveLength(3);
    const { nextCursor: cursor } = first.body;
    const rest = await as(dana).get('list-events', { limit: 3, cursor });
    expect(rest.body.items.map((one: any) => one.reason)).toEqual(['first']);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it('tells what it can be searched by', async () => {
    const { as } = await startPortal();
    await as(omar).writeNote({});
    await as(dana).writeNote({ service: 'search' });
    const { body } = await as(dana).get('list-choices').expect(200);
    expect(body).toEqual({
      actors: [dana, omar],
      operations: ['sphera-notebook:write-note'],
      services: ['component:default/payments', 'component:default/search'],
    });
  });

  it('remembers services that the catalog no longer has', async () => {
    const { as } = await startPortal();
    const { status } = await as(dana).get('list-events', {
      service: 'long-gone',
    });
    expect(status).toBe(200);
  });

  it.each([
    [{ outcome: 'maybe' }, 'outcome must be one of'],
    [{ from: 'yesterday' }, 'from must be an ISO 8601 time'],
    [{ actor: "x' or 1=1 --" }, 'actor must name a person'],
    [{ operation: 'lock' }, 'operation must name an operation'],
    [{ cursor: 'abc' }, 'cursor must be the nextCursor'],
    [{ limit: '9999' }, 'limit must be a whole number from 1 to 200'],
    [{ colour: 'red' }, 'colour is not a field of this operation'],
  ])('refuses a search by %j in plain words', async (query, words) => {
    const { as } = await startPortal();
    const { body } = await as(dana).get('list-events', query).expect(400);
    expect(body.error.message).toContain(words);
  });

  it('is closed to who is not signed in', async () => {
    const { as } = await startPortal();
    const nobody = as(mockCredentials.none.header());
    for (const path of ['list-events', 'export-events', 'verify']) {
      expect((await nobody.get(path)).status).toBe(401);
    }
  });

  it('is exported as CSV that no spreadsheet runs, and the export is itself on record', async () => {
    const { as } = await startPortal();
    await as(dana).writeNote({ reason: '=HYPERLINK("http://x")' });
    const { text, headers } = await as(omar)
      .get('export-events', { actor: dana })
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/,
    );
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^seq,occurredAt,actor,/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    const { body } = await as(omar).get('list-events', { actor: omar });
    expect(body.items).toMatchObject([
      { operation: 'sphera-audit:export-events', outcome: 'succeeded' },
    ]);
  });

  it('is exported as JSON Lines, which can be verified without sphera', async () => {
    const { as } = await startPortal();
    await as(dana).writeNote({});
    const { text, headers } = await as(dana)
      .get('export-events', { format: 'jsonl', actor: dana })
      .buffer(true)
      .parse((response, done) => {
        let body = '';
        response.on('data', piece => (body += piece));
        response.on('end', () => done(null, body));
      })
      .then(response => ({ text: response.body, headers: response.headers }));
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const records = text
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(records).toMatchObject([
      { seq: 1, outcome: 'initiated' },
      { seq: 2, outcome: 'succeeded' },
      { seq: 3, operation: 'sphera-audit:export-events' },
    ]);
    // As docs/audit.md says how to verify an export without sphera.
    const fields = `seq, id, occurredAt, actor, actorKind, door, plugin,
      operation, service, environment, region, cluster, outcome, severity,
      reason, correlation, ip, details, error, keyId`.split(/,\s+/);
    let previousHash = '0'.repeat(64);
    for (const one of records) {
      expect(one.previousHash).toBe(previousHash);
      const stored = { ...one, details: JSON.stringify(one.details) };
      const values = fields.map(field => stored[field] ?? null);
      previousHash = createHash('sha256')
        .update(`${one.previousHash}\n${JSON.stringify(values)}`)
        .digest('hex');
      expect(one.hash).toBe(previousHash);
    }
  });

  it('says whether it is as it was written, and which record is not', async () => {
    const { as, knex } = await startPortal();
    await as(dana).writeNote({});
    await as(dana).writeNote({});
    const { body: before } = await as(omar).get('verify').expect(200);
    expect(before).toMatchObject({
      ok: true,
      checked: 4,
      first: 1,
      last: 4,
      keyed: false,
    });
    await knex('audit_events').where({ seq: 2 }).update({ actor: omar });
    const { body: after } = await as(omar).get('verify').expect(200);
    expect(after).toMatchObject({
      ok: false,
      firstBad: {
        seq: 2,
        problem: 'changed',
        explanation:
          'Record 2 was changed: its content does not match its hash',
      },
    });
  });

  it('stops the start where its settings are wrong', async () => {
    await expect(
      startPortal({ config: { audit: { retention: 'forever' } } }),
    ).rejects.toThrow('sphera.audit.retention');
  });
});
