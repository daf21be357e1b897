import { z } from 'zod/v3';
import { defineOperation } from './operation';
import {
  offRecord,
  OFF_RECORD_PLACEHOLDER,
  hasSecrets,
  secret,
  SECRET_PLACEHOLDER,
  secretsIn,
  withoutSecrets,
} from './secret';

const schema = z.object({
  name: z.string(),
  value: secret(z.string()),
  perhaps: secret(z.string()).optional(),
  list: z
    .array(z.object({ key: z.string(), value: secret(z.string()) }))
    .optional(),
  byRegion: z.record(secret(z.string())).optional(),
  checked: secret(z.string())
    .transform(text => text.trim())
    .optional(),
});

describe('a field declared secret', () => {
  it('is replaced wherever it stands', () => {
    const copy = withoutSecrets(schema, {
      name: 'database',
      value: 'hunter2',
      perhaps: 'hunter2',
      list: [{ key: 'a', value: 'hunter2' }],
      byRegion: { 'eu-central-1': 'hunter2' },
      checked: ' hunter2 ',
    });
    expect(copy).toEqual({
      name: 'database',
      value: SECRET_PLACEHOLDER,
      perhaps: SECRET_PLACEHOLDER,
      list: [{ key: 'a', value: SECRET_PLACEHOLDER }],
      byRegion: { 'eu-central-1': SECRET_PLACEHOLDER },
      checked: SECRET_PLACEHOLDER,
    });
  });

  it('stays away where it is absent', () => {
    expect(withoutSecrets(schema, { name: 'database' })).toEqual({
      name: 'database',
    });
  });

  it('does not slip out under a name that the schema does not know', () => {
    expect(withoutSecrets(schema, { nmae: 'hunter2' })).toEqual({
      nmae: SECRET_PLACEHOLDER,
    });
  });

  it('does not slip out of something that is no object', () => {
    expect(withoutSecrets(schema, 'hunter2')).toBe(SECRET_PLACEHOLDER);
  });
});

describe('a schema', () => {
  const hidden = secret(z.string());

  it.each<[string, z.ZodTypeAny]>([
    ['the field itself', hidden],
    ['an object', z.object({ a: z.object({ b: hidden }) })],
    ['a list', z.array(hidden)],
    ['a record', z.record(hidden)],
    ['a union', z.union([z.number(), hidden])],
    [
      'one of several objects',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a') }),
        z.object({ kind: z.literal('b'), value: hidden }),
      ]),
    ],
    ['a tuple', z.tuple([z.number(), hidden])],
    ['what is optional, nullable, checked', hidden.optional().nullable()],
    ['what is checked', hidden.refine(text => text)],
    ['what has a default', hidden.default('x').describe('y')],
  ])('has a secret where it is in %s', (_where, one) => {
    expect(hasSecrets(one)).toBe(true);
    expect(hasSecrets(z.object({ one }))).toBe(true);
  });

  it('has none where no field is declared so', () => {
    expect(hasSecrets(z.object({ a: z.array(z.string()) }))).toBe(false);
  });

  it('whose secret is in a union keeps back the whole of it', () => {
    const either = z.object({ one: z.union([z.number(), hidden]) });
    expect(withoutSecrets(either, { one: 'hunter2' })).toEqual({
      one: SECRET_PLACEHOLDER,
    });
  });

  it('tells what is secret in a value', () => {
    const value = { name: 'x', value: 'a', list: [{ key: 'k', value: 'b' }] };
    expect(secretsIn(schema, value)).toEqual(['a', 'b']);
  });
});

it('makes an operation confidential', () => {
  const define = (input: z.AnyZodObject, output: z.AnyZodObject) =>
    defineOperation({
      plugin: 'sphera-doorbell',
      name: 'ring',
      title: 'Ring',
      description: 'Rings.',
      effect: 'read',
      input,
      output,
    }).isConfidential;
  const plain = z.object({ name: z.string() });
  expect([
    define(plain, plain),
    define(schema, plain),
    define(plain, schema),
  ]).toEqual([false, true, true]);
});

describe('a field off the record', () => {
  const long = z.object({ text: offRecord(z.string()), count: z.number() });

  it('is left out of the audit log, and is no secret', () => {
    expect(withoutSecrets(long, { text: 'a,b', count: 2 })).toEqual({
      text: OFF_RECORD_PLACEHOLDER,
      count: 2,
    });
    expect(hasSecrets(long)).toBe(false);
    expect(secretsIn(long, { text: 'a,b', count: 2 })).toEqual([]);
  });
});
