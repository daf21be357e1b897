import { hash } from 'node:crypto';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { canonicalJson } from './canonicalJson';
import { isNestedDeeper } from './isNestedDeeper';

/** No definition that is accepted is so deep; a file that somebody wrote may be. */
const DEEPEST = 500;

const sha256 = (text: string) => hash('sha256', text, 'hex');

const isEmpty = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 0;

/**
 * The same text for definitions that mean the same: SHA-256 over the canonical JSON of state, variants, default variant
 * and targeting, in hexadecimal. The order of keys makes no difference, that of lists does; an empty targeting is none;
 * whatever else is written beside them, such as metadata, counts for nothing. Never throws, whatever somebody wrote.
 * @returns null for null: the flag is not there
 */
export function fingerprintOf(definition: FlagDefinition): string;
export function fingerprintOf(definition: FlagDefinition | null): string | null;
export function fingerprintOf(
  definition: FlagDefinition | null,
): string | null {
  if (!definition) return null;
  if (isNestedDeeper(definition, DEEPEST)) return sha256('nested too deeply');
  const { state, variants, defaultVariant, targeting } = definition;
  return sha256(
    canonicalJson({
      state,
      variants,
      defaultVariant,
      targeting: isEmpty(targeting) ? undefined : targeting,
    }),
  );
}
