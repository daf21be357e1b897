/** A list in lots that weigh no more than `most`, in its order; what weighs more by itself is a lot of its own. */
export function inLots<T>(
  items: readonly T[],
  most: number,
  weightOf: (item: T) => number,
): T[][] {
  const lots: T[][] = [];
  let weight = Infinity;
  for (const item of items) {
    weight += weightOf(item);
    if (weight > most) {
      lots.push([]);
      weight = weightOf(item);
    }
    lots[lots.length - 1].push(item);
  }
  return lots;
}
