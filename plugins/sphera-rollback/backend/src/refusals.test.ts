import type { FieldProblem } from '@sphera/plugin-operations-node';
import { rollbackOperations } from '@sphera/plugin-rollback-common';
import type request from 'supertest';
import type { z } from 'zod/v3';
import { type Portal, startRollback } from './__testUtils__/startRollback';
import { READS, WRITES } from './__testUtils__/validCalls';

const ALL = { ...READS, ...WRITES };
const TEXTS: Array<[string, string]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'quo\u0000tes'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "quotes'; DROP TABLE rollbacks; --"],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
  ['an option of git', '--upload-pack=/bin/sh'],
];
const TYPES: Array<[string, unknown]> = [
  ['a control character', 'quo\u0000tes'],
  ['a number', 4.5],
  ['an object', { $ne: null }],
  ['a list in a list', [['quotes']]],
];
// People write these: a path or a dash in them means nothing to anybody.
const ANY_WORDS = ['system', 'reason', 'plan', 'plans'];
const MEANS_NOTHING = ['a path', 'an option of git'];

const spoilt = (
  calls: Record<string, object>,
  values: Array<[string, unknown]>,
) =>
  Object.entries(calls).flatMap(([operation, valid]) =>
    Object.keys(valid).flatMap(field =>
      values
        .filter(
          ([what]) =>
            !(ANY_WORDS.includes(field) && MEANS_NOTHING.includes(what)),
        )
        .map(
          ([what, value]) =>
            [what, operation, field, { ...valid, [field]: value }] as const,
        ),
    ),
  );

describe('what is malformed is refused, and the field named', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startRollback();
  });
  afterAll(() => portal.stop());

  async function outcome(call: request.Test) {
    const { status, body } = await call;
    const problems: FieldProblem[] = body.error?.details?.fields ?? [];
    return {
      status,
      fields: [...new Set(problems.map(({ field }) => field.split('.')[0]))],
      unclear: problems.filter(
        ({ message }) => !/^(must|is|names|has) /.test(message),
      ),
    };
  }
  const refusedFor = (field: string) => ({
    status: 400,
    fields: [field],
    unclear: [],
  });

  it.each(spoilt(READS, TEXTS))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each([...spoilt(WRITES, TYPES), ...spoilt(WRITES, TEXTS)])(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it('every operation that has a door is tried here', () => {
    expect(Object.keys(ALL).sort()).toEqual(
      rollbackOperations
        .filter(({ internal }) => !internal)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(Object.entries(ALL))(
    'a field that it does not have: %s',
    async (operation, input) => {
      const call = portal.dana.ask(operation, { ...input, admin: true });
      expect(await outcome(call)).toEqual(refusedFor('admin'));
    },
  );

  it.each(
    spoilt(ALL, [['gone', undefined]]).filter(([, operation, field]) =>
      isRequired(operation, field),
    ),
  )('what is missing, %s: %s, field %s', async (_, operation, field, input) => {
    const call = portal.dana.ask(operation, JSON.parse(JSON.stringify(input)));
    expect(await outcome(call)).toEqual(refusedFor(field));
  });

  it.each([
    ['service', 'quotse', 'it has no component:default/quotse'],
    ['environment', 'prod', 'must be one of staging, production'],
    ['regions', ['moon'], 'must be one of eu-central-1, us-east-1'],
  ])('a %s that nobody knows', async (field, name, message) => {
    const call = () =>
      portal.dana.ask('plan-rollback', {
        ...READS['plan-rollback'],
        [field]: name,
      });
    expect(await outcome(call())).toEqual(refusedFor(field));
    expect((await call()).body.error.message).toContain(message);
  });

  it('a region that is named twice', async () => {
    const call = portal.dana.ask('plan-rollback', {
      ...READS['plan-rollback'],
      regions: ['eu-central-1', 'eu-central-1'],
    });
    expect(await outcome(call)).toEqual(refusedFor('regions'));
  });

  it.each(['list-versions', 'list-rollbacks'])(
    'a cursor that nobody gave out: %s',
    async operation => {
      for (const cursor of ['YWJj', 'cG9kczp4', 'cG9kczowMDE']) {
        const input = { ...READS[operation], cursor };
        const call = portal.dana.ask(operation, input);
        expect(await outcome(call)).toEqual(refusedFor('cursor'));
      }
    },
  );

  it.each(Object.entries(ALL))(
    'whoever has not signed in, before anything else is looked at: %s',
    async (operation, input) => {
      const { status } = await portal.nobody.ask(operation, input);
      expect(status).toBe(401);
    },
  );

  it.each(['list-versions', 'start-rollback'])(
    'a pipeline, whose token may only ask the gate: %s',
    async operation => {
      const { body, status } = await portal.pipeline.ask(
        operation,
        ALL[operation],
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain('sphera.policy.callers');
    },
  );

  it('what sphera alone does has no door', async () => {
    const { status } = await portal.dana.ask('settle-rollback', {});
    expect(status).toBe(404);
  });
});

function isRequired(operation: string, field: string): boolean {
  const found = rollbackOperations.find(({ name }) => name === operation);
  const shape: z.ZodRawShape = found?.input.shape ?? {};
  return !shape[field].isOptional();
}
