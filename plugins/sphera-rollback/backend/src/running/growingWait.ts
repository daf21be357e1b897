const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

/** How long to wait after so many tries in vain, in milliseconds: 1 s, 2 s, 4 s … 15 s, each up to a quarter longer. */
export function growingWait(tries: number, random: () => number): number {
  const wait = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);
  return Math.round(wait * (1 + random() / 4));
}
