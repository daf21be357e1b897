/** A list in parts of at most so many. */
export function inParts<T>(all: readonly T[], length: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += length) {
    parts.push(all.slice(from, from + length));
  }
  return parts;
}
