/** What stands between the values of a rule. */
export const SEPARATOR = ', ';

/** The values of a rule as they are written. */
export function valuesOf(written: string): string[] {
  return written
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);
}
