import { innerSchema, Operation } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/**
 * The query of a URL as operation input: numbers, booleans and lists are read
 * as the schema wants them. What does not look like one stays text, for the
 * schema to refuse with the field's name.
 */
export function queryInput(
  operation: Operation,
  query: URLSearchParams,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of new Set(query.keys())) {
    const texts = query.getAll(field);
    const schema = operation.input.shape[field];
    input[field] = schema ? readAs(innermost(schema), texts) : texts[0];
  }
  return input;
}

function readAs(schema: z.ZodTypeAny, texts: string[]): unknown {
  if (schema instanceof z.ZodArray) {
    const element = innermost(schema.element);
    return texts.map(text => readOne(element, text));
  }
  return texts.length > 1 ? texts : readOne(schema, texts[0]);
}

function readOne(schema: z.ZodTypeAny, text: string): unknown {
  if (schema instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(text)) {
    return Number(text);
  }
  if (schema instanceof z.ZodBoolean && /^(true|false)$/.test(text)) {
    return text === 'true';
  }
  return text;
}

function innermost(schema: z.ZodTypeAny): z.ZodTypeAny {
  const inner = innerSchema(schema);
  return inner ? innermost(inner) : schema;
}
