import { FieldError } from '@sphera/plugin-operations-node';

import type { Moment } from './lockRules';

/** Where a lock stands in a list that begins with the newest. */
export interface Position {
  placedAt: Moment;
  id: string;
}

/** Orders positions, the newest first; those of one moment by id. */
export function newestFirst(one: Position, other: Position): number {
  if (one.placedAt !== other.placedAt) {
    return one.placedAt > other.placedAt ? -1 : 1;
  }
  if (one.id === other.id) return 0;
  return one.id > other.id ? -1 : 1;
}

/** A position as `nextCursor`. */
export function toCursor({ placedAt, id }: Position): string {
  return Buffer.from(`${Date.parse(placedAt)} ${id}`).toString('base64url');
}

/**
 * The position in a `cursor`.
 * @throws FieldError where nobody was given such a cursor.
 */
export function fromCursor(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, id] = /^(\d{1,15}) ([\w-]{1,80})$/.exec(text) ?? [];
  if (!id)
    throw new FieldError(
      'cursor',
      'must be the nextCursor of an earlier answer',
    );
  return { placedAt: new Date(Number(at)).toISOString(), id };
}
