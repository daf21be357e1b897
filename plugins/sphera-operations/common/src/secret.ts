import { z } from 'zod/v3';

const secretSchemas = new WeakSet<z.ZodTypeAny>();

/** What stands in the audit log where a secret value was. */
export const SECRET_PLACEHOLDER = '[secret]';

/** Marks a field whose value must never be written: not to audit, logs or errors. */
export function secret<S extends z.ZodTypeAny>(schema: S): S {
  const marked = schema.describe(schema.description ?? 'Secret value') as S;
  secretSchemas.add(marked);
  return marked;
}

/** A copy of `value` in which every field that `schema` declares secret is replaced. */
export function withoutSecrets(schema: z.ZodTypeAny, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (secretSchemas.has(schema)) return SECRET_PLACEHOLDER;
  if (schema instanceof z.ZodObject) return objectWithoutSecrets(schema, value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map(item => withoutSecrets(schema.element, item));
  }
  if (schema instanceof z.ZodRecord && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        withoutSecrets(schema.valueSchema, item),
      ]),
    );
  }
  const inner = innerSchema(schema);
  return inner ? withoutSecrets(inner, value) : value;
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

function objectWithoutSecrets(schema: z.AnyZodObject, value: unknown) {
  if (!isObject(value)) return SECRET_PLACEHOLDER;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = schema.shape[key] as z.ZodTypeAny | undefined;
      return [key, field ? withoutSecrets(field, item) : SECRET_PLACEHOLDER];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
