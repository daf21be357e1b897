import { flagsOperations } from '@sphera/plugin-flags-common';
import type { FieldProblem } from '@sphera/plugin-operations-node';
import type request from 'supertest';
import type { z } from 'zod/v3';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { CALLS } from './__testUtils__/validCalls';

const VALUES: Array<[string, unknown]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'new\u0000checkout'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "x'; DROP TABLE flags; --"],
  ['nothing', ''],
  ['null', null],
  ['a number', 4.5],
  ['a list in a list', [['x']]],
  ['an object with a strange key', { $ne: null }],
];
/** What is all right here and there: rules and values may be anything, and null takes all rules away. */
const ALLOWED: Record<string, string[]> = {
  targeting: ['null', 'an object with a strange key'],
};

const spoilt = Object.entries(CALLS).flatMap(([operation, valid]) =>
  Object.keys(valid).flatMap(field =>
    VALUES.filter(([what]) => !ALLOWED[field]?.includes(what)).map(
      ([what, value]) =>
        [what, operation, field, { ...valid, [field]: value }] as const,
    ),
  ),
);
const inside: Array<[string, string, object]> = [
  ['set-flag', 'about.endsOn', { about: { endsOn: '2027-02-31x' } }],
  ['set-flag', 'about.owner', { about: { owner: 'somebody' } }],
  ['set-flag', 'about.secret', { about: { secret: 'x' } }],
  ['set-flag', 'seen.staging-eu', { seen: { 'staging-eu': 'one' } }],
  ['set-flag', 'percentages', { percentages: { on: 50, off: 51 } }],
  ['set-flag', 'percentages.on', { percentages: { on: 101, off: -1 } }],
  ['set-flag', 'variants', { variants: {} }],
  ['set-flag', 'clusters', { clusters: [] }],
  ['set-flag', 'clusters', { clusters: ['staging-eu', 'staging-eu'] }],
  ['create-flag', 'variants', { variants: { 'an on': true } }],
  ['create-flag', 'flag', { flag: 'New-Checkout' }],
  ['create-flag', 'purpose', { purpose: 'fun' }],
  ['start-rollout', 'rings', { rings: [] }],
  ['start-rollout', 'soak', { soak: '10 minutes' }],
];

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags();
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
  fields: [field.split('.')[0]],
  unclear: [],
});

describe('what is malformed is refused, and the field named', () => {
  it('every operation that acts is tried here', () => {
    expect(Object.keys(CALLS).sort()).toEqual(
      flagsOperations
        .filter(({ internal, effect }) => !internal && effect !== 'read')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(spoilt)(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(inside)('%s, field %s: %j', async (operation, field, more) => {
    const call = portal.dana.ask(operation, { ...CALLS[operation], ...more });
    expect(await outcome(call)).toEqual(refusedFor(field));
  });

  it.each(Object.entries(CALLS))(
    'a field that it does not have: %s',
    async (operation, input) => {
      const call = portal.dana.ask(operation, { ...input, admin: true });
      expect(await outcome(call)).toEqual(refusedFor('admin'));
    },
  );

  const missing = Object.entries(CALLS).flatMap(([operation, valid]) => {
    const { shape } = flagsOperations.find(({ name }) => name === operation)!
      .input as z.AnyZodObject;
    return Object.keys(valid)
      .filter(field => !shape[field].isOptional())
      .map(field => [operation, field] as const);
  });
  it.each(missing)(
    'what is missing: %s, field %s',
    async (operation, field) => {
      const { [field]: _, ...input } = CALLS[operation];
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(Object.entries(CALLS))(
    'whoever has not signed in: %s',
    async (operation, input) => {
      const { status } = await portal.nobody.ask(operation, input);
      expect(status).toBe(401);
    },
  );

  it.each(Object.entries(CALLS))(
    'a pipeline, whose token may only ask the gate: %s',
    async (operation, input) => {
      const { targeting, percentages, ...one } = input;
      const { status } = await portal.pipeline.ask(operation, one);
      // Of what is not there it hears so, and nothing else.
      expect([403, 404]).toContain(status);
    },
  );
});
