/** A number from 0 up to but not including 1. */
export type Random = () => number;

/** The same numbers for the same seed: Mulberry32, by Tommy Ettinger, in the public domain. */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both possible. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The letters of generated names: no vowels, so that no words come out, as in Kubernetes. */
export const NAME_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** The end of a generated name, like `x7k2p`. */
export function nameSuffix(random: Random, length = 5): string {
  return Array.from(
    { length },
    () => NAME_LETTERS[Math.floor(random() * NAME_LETTERS.length)],
  ).join('');
}

/** An object's uid, like `3f0c9d52-….` */
export function uid(random: Random): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`;
}

/** A number that is always the same for a text: FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
