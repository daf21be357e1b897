import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';

/** A definition as columns have it; both null: the flag is to be gone. */
export interface WrittenDefinition {
  text: string | null;
  fingerprint: string | null;
}

const GONE: WrittenDefinition = { text: null, fingerprint: null };

/** Writes definitions; one that many clusters are to have is written once. */
export function writtenDefinitions(): (
  definition: FlagDefinition | null,
) => WrittenDefinition {
  const known = new Map<FlagDefinition, WrittenDefinition>();
  return definition => {
    if (!definition) return GONE;
    const written = known.get(definition) ?? {
      text: JSON.stringify(definition),
      fingerprint: fingerprintOf(definition),
    };
    known.set(definition, written);
    return written;
  };
}
