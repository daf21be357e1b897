/** A version that was to run. */
interface Ran {
  version: string;
}

/**
 * The versions that going from one to the other takes back, the newest first, the present one included: each that came
 * after the other for the first time. `undefined`: the other is the newer one, so it goes ahead.
 * @param runs - the newest first
 */
export function wayBack(
  runs: readonly Ran[],
  { from, to }: { from: string; to: string },
): string[] | undefined {
  const inOrder = [...new Set(runs.map(({ version }) => version).reverse())];
  const start = inOrder.indexOf(to);
  const end = inOrder.indexOf(from);
  if (start < 0 || end <= start) return undefined;
  return inOrder.slice(start + 1, end + 1).reverse();
}
