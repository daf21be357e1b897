import { FieldError } from '../errors';

/** Which part of a list is asked for. */
export interface PageQuestion {
  limit: number;
  cursor?: string;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/**
 * How many items come before a cursor's place.
 * @throws FieldError for a cursor that nobody gave out, or that belongs to another list
 */
export function offsetOf(list: string, { cursor }: PageQuestion): number {
  if (cursor === undefined) return 0;
  const [, name, offset] =
    /^([a-z-]+):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ??
    [];
  if (!name || cursorAt(name, Number(offset)) !== cursor || name !== list) {
    throw new FieldError(
      'cursor',
      'must be the nextCursor of an earlier answer',
    );
  }
  return Number(offset);
}

/** The page of a list as answers have it; only what is on the page is converted. */
export function pageOfList<T, A>(
  list: string,
  all: readonly T[],
  question: PageQuestion,
  convert: (item: T) => A,
): Page<A> {
  const offset = offsetOf(list, question);
  const end = offset + question.limit;
  return {
    items: all.slice(offset, end).map(convert),
    totalItems: all.length,
    nextCursor: end < all.length ? cursorAt(list, end) : undefined,
  };
}

/** The same of items that a database gave out from the cursor's place on, and of how many it has in all. */
export function pageOfPart<T, A>(
  list: string,
  { part, totalItems }: { part: readonly T[]; totalItems: number },
  question: PageQuestion,
  convert: (item: T) => A,
): Page<A> {
  const end = offsetOf(list, question) + part.length;
  return {
    items: part.map(convert),
    totalItems,
    nextCursor:
      part.length > 0 && end < totalItems ? cursorAt(list, end) : undefined,
  };
}

/** Items that belong together, and how many there are. */
export interface ItemGroup<T> {
  count: number;
  items(): readonly T[];
}

/** The same of items in groups; groups before and after the page are only counted. */
export function pageOfGroups<T, A>(
  list: string,
  groups: ReadonlyArray<ItemGroup<T>>,
  question: PageQuestion,
  convert: (item: T) => A,
): Page<A> {
  const offset = offsetOf(list, question);
  const end = offset + question.limit;
  const found: T[] = [];
  let before = 0;
  for (const group of groups) {
    const next = before + group.count;
    if (next > offset && before < end) {
      const from = Math.max(offset - before, 0);
      found.push(...group.items().slice(from, end - before));
    }
    before = next;
  }
  return {
    items: found.map(convert),
    totalItems: before,
    nextCursor: end < before ? cursorAt(list, end) : undefined,
  };
}

function cursorAt(list: string, offset: number): string {
  return Buffer.from(`${list}:${offset}`).toString('base64url');
}
