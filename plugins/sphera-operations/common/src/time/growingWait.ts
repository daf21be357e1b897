const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

/**
 * How long to wait after so many tries in vain, in milliseconds: 1 s, 2 s, 4 s … each up to a quarter longer.
 * @param longest - before that quarter is added: 15 s unless it says otherwise
 */
export function growingWait(
  tries: number,
  random: () => number,
  longest = LONGEST_MS,
): number {
  const wait = Math.min(FIRST_MS * 2 ** (tries - 1), longest);
  return Math.round(wait * (1 + random() / 4));
}
