import type { ActingParts } from './ActingParts';

/** What people and groups are called, in the order of their refs. */
export async function titlesOf(
  refs: readonly string[],
  { titles }: Pick<ActingParts, 'titles'>,
): Promise<string[]> {
  const known = await titles.persons(refs);
  return refs.map(ref => known.get(ref)!.title);
}
