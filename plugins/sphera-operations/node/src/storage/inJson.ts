import type { Knex } from 'knex';

/** SQLite ends a text in JSON at a NUL, and keeps half of a surrogate pair in bytes of its own. */
const NOT_IN_JSON = /\\u0000|\\ud[89a-f]/;

/**
 * SQLite compiles every statement anew, which takes longer the more values it names: this is many values as one, so that
 * the statement is the same for any number of them. `undefined`: on this database, or of these values, that is not to be.
 */
export function inJson(
  knex: Knex,
  values: readonly unknown[],
): string | undefined {
  if (knex.client.dialect !== 'sqlite3' || values.length < 2) return undefined;
  const json = JSON.stringify(values);
  return NOT_IN_JSON.test(json) ? undefined : json;
}
