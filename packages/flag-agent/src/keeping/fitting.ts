import type { Wish } from '@sphera/plugin-flags-node';
import { lineOf, type FlagsDocument } from '../document/FlagsDocument';
import { changesFor } from './wishesToApply';

/** The comma and the end of the line. */
const BETWEEN = 2;

interface Grown {
  wish: Wish;
  by: number;
}

const shrinkingFirst = (one: Grown, other: Grown) =>
  Number(one.by > 0) - Number(other.by > 0);

/**
 * Parts the wishes into those with which the document fits into so many bytes, and those that are too much. What makes
 * it smaller comes first; of the rest, each in its order that still fits.
 */
export function fitting(
  document: FlagsDocument,
  wishes: Wish[],
  maxBytes?: number,
): { fits: Wish[]; tooMuch: Wish[] } {
  const bytesWith = (some: Wish[]) =>
    Buffer.byteLength(document.with(changesFor(some)).text());
  if (maxBytes === undefined || bytesWith(wishes) <= maxBytes) {
    return { fits: wishes, tooMuch: [] };
  }
  let bytes = bytesWith([]);
  const fits: Wish[] = [];
  const tooMuch: Wish[] = [];
  const grown = wishes.map(wish => ({ wish, by: growth(document, wish) }));
  for (const { wish, by } of grown.sort(shrinkingFirst)) {
    if (by > 0 && bytes + by > maxBytes) {
      tooMuch.push(wish);
    } else {
      bytes += by;
      fits.push(wish);
    }
  }
  return { fits, tooMuch };
}

function growth(document: FlagsDocument, wish: Wish): number {
  const size = (entry: Parameters<typeof lineOf>[1] | undefined) =>
    entry ? Buffer.byteLength(lineOf(wish.flag, entry)) + BETWEEN : 0;
  return (
    size(changesFor([wish]).get(wish.flag)) -
    size(document.flags.get(wish.flag))
  );
}
