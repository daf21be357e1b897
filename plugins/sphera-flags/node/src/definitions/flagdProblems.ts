import { FlagdCore } from '@openfeature/flagd-core';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { type SchemaError, schemaSentence } from './schemaSentence';

/** How flagd's warnings begin that carry the errors of its JSON schemas. */
const SCHEMA_ERRORS = /^invalid flagd flag configuration: (\[[\s\S]*\])$/;

/** The errors in what flagd logged; `undefined`: it logged something else. */
function schemaErrors(text: string): SchemaError[] | undefined {
  const [, errors] = SCHEMA_ERRORS.exec(text) ?? [];
  return errors === undefined ? undefined : JSON.parse(errors);
}

/** What flagd itself finds wrong with a definition, by its own schemas and its own parser. */
export function flagdProblems(
  flag: string,
  definition: FlagDefinition,
): string[] {
  const heard: string[] = [];
  const hear = (...said: unknown[]) => {
    heard.push(String(said[0]));
  };
  const logger = { debug: hear, info: hear, warn: hear, error: hear };
  // Rules come from people: they are looked at, never made into code.
  const flagd = new FlagdCore(undefined, logger, {
    disableDynamicCodeGeneration: true,
  });
  try {
    flagd.setConfigurations(JSON.stringify({ flags: { [flag]: definition } }));
  } catch {
    return ['flagd cannot read the definition'];
  }
  const [first] = heard;
  if (first === undefined) return [];
  const errors = heard.map(schemaErrors).find(Boolean);
  return [
    errors
      ? schemaSentence(definition, ['flags', flag], errors)
      : 'flagd cannot read the targeting: it has an operation that flagd does not know',
  ];
}
