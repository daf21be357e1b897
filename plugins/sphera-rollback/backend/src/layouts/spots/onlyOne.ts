import { listed } from '@sphera/plugin-operations-node';
import { SpotError } from '../../errors';

/**
 * The only one of what was found.
 * @param none - the sentence where there is nothing
 * @param several - the sentence where there are several, from their places
 * @throws SpotError
 */
export function onlyOne<T extends { place: string }>(
  found: readonly T[],
  none: () => string,
  several: (places: string) => string,
): T {
  if (found.length === 0) throw new SpotError(none());
  if (found.length > 1) {
    throw new SpotError(several(listed(found.map(({ place }) => place))));
  }
  return found[0];
}

/** `, only a and b`, or nothing where there are none. */
export function instead(names: readonly string[]): string {
  const shown = [...new Set(names)].slice(0, 5);
  return shown.length > 0 ? `, only ${listed(shown)}` : '';
}
