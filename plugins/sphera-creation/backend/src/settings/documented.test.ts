import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod/v3';
import { settingsSchema } from './settingsSchema';

const documented = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');

/** Every key of a schema, however deep. */
function keysOf(schema: z.ZodTypeAny): string[] {
  const { shape, innerType, type } = schema._def as {
    shape?: () => z.ZodRawShape;
    innerType?: z.ZodTypeAny;
    type?: z.ZodTypeAny;
  };
  if (shape) {
    return Object.entries(shape()).flatMap(([key, inner]) => [
      key,
      ...keysOf(inner),
    ]);
  }
  const inner = innerType ?? type;
  return typeof inner === 'object' ? keysOf(inner) : [];
}

describe('each key of sphera.creation', () => {
  it.each([...new Set(keysOf(settingsSchema))])(
    'is in config.d.ts: %s',
    key => {
      expect(documented).toMatch(new RegExp(`\\b${key}\\??:`));
    },
  );
});
