import { z } from 'zod/v3';

const secretSchemas = new WeakSet<z.ZodTypeAny>();
const offRecordSchemas = new WeakSet<z.ZodTypeAny>();
/** Whether a schema has secrets: schemas are declared once, and asked for with each call. */
const knownSecrets = new WeakMap<z.ZodTypeAny, boolean>();

/** What stands in the audit log where a secret value was. */
export const SECRET_PLACEHOLDER = '[secret]';
/** What stands in the audit log where something was left out for its length. */
export const OFF_RECORD_PLACEHOLDER = '[left out]';

/** Marks a field whose value must never be written: not to audit, logs or errors. */
export function secret<S extends z.ZodTypeAny>(schema: S): S {
  const marked = schema.describe(schema.description ?? 'Secret value') as S;
  secretSchemas.add(marked);
  return marked;
}

/** Marks a field that is no secret, and still need not be in the audit log: an answer that is a copy of it, say. */
export function offRecord<S extends z.ZodTypeAny>(schema: S): S {
  const marked = schema.describe(schema.description ?? 'Long text') as S;
  offRecordSchemas.add(marked);
  return marked;
}

/** Whether this schema, or any field within it, is declared secret. */
export function hasSecrets(schema: z.ZodTypeAny): boolean {
  const known = knownSecrets.get(schema);
  if (known !== undefined) return known;
  const has = secretSchemas.has(schema) || partsOf(schema).some(hasSecrets);
  knownSecrets.set(schema, has);
  return has;
}

/** A copy of `value` in which every field that `schema` declares secret is replaced, and what is off the record left out. */
export function withoutSecrets(schema: z.ZodTypeAny, value: unknown): unknown {
  return replaceSecrets(
    schema,
    value,
    () => SECRET_PLACEHOLDER,
    () => OFF_RECORD_PLACEHOLDER,
  );
}

/** Everything in `value` that `schema` declares secret. */
export function secretsIn(schema: z.ZodTypeAny, value: unknown): unknown[] {
  const found: unknown[] = [];
  replaceSecrets(schema, value, one => found.push(one));
  return found;
}

type Replace = (secretValue: unknown) => unknown;

function replaceSecrets(
  schema: z.ZodTypeAny,
  value: unknown,
  replace: Replace,
  leaveOut: Replace = same => same,
): unknown {
  if (value === undefined) return undefined;
  if (secretSchemas.has(schema)) return replace(value);
  if (offRecordSchemas.has(schema)) return leaveOut(value);
  if (schema instanceof z.ZodObject) {
    return replaceInObject(schema, value, replace, leaveOut);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map(item =>
      replaceSecrets(schema.element, item, replace, leaveOut),
    );
  }
  if (schema instanceof z.ZodRecord && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        replaceSecrets(schema.valueSchema, item, replace, leaveOut),
      ]),
    );
  }
  const inner = innerSchema(schema);
  if (inner) return replaceSecrets(inner, value, replace, leaveOut);
  // A union, say: which part of the value is the secret one cannot be told.
  return hasSecrets(schema) ? replace(value) : value;
}

/** The schema inside an optional, nullable, default, branded or transformed one. */
export function innerSchema(schema: z.ZodTypeAny): z.ZodTypeAny | undefined {
  if (schema instanceof z.ZodEffects) return schema.innerType();
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return schema.unwrap();
  }
  if (schema instanceof z.ZodDefault) return schema.removeDefault();
  if (schema instanceof z.ZodBranded) return schema.unwrap();
  return undefined;
}

function partsOf(schema: z.ZodTypeAny): z.ZodTypeAny[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape);
  return Object.values(schema._def)
    .flat()
    .filter((part): part is z.ZodTypeAny => part instanceof z.ZodType);
}

function replaceInObject(
  schema: z.AnyZodObject,
  value: unknown,
  replace: Replace,
  leaveOut: Replace,
) {
  if (!isObject(value)) return replace(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = schema.shape[key] as z.ZodTypeAny | undefined;
      return [
        key,
        field ? replaceSecrets(field, item, replace, leaveOut) : replace(item),
      ];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
