import { wrongField } from './wrongField';

const PLACE = /^([a-z][a-z0-9-]*):(asc|desc):(\d{1,9})$/;

/** The order that a cursor is a place in. */
interface Order {
  orderBy: string;
  order: 'asc' | 'desc';
}

/** A place in the table as one opaque word. `offset`: how many rows come before. */
export function writeCursor({ orderBy, order }: Order, offset: number): string {
  return Buffer.from(`${orderBy}:${order}:${offset}`).toString('base64url');
}

/**
 * How many rows come before a cursor's place; without a cursor, none.
 * @throws InputError for a cursor of another order, or one that nobody gave out.
 */
export function readCursor(order: Order, cursor: string | undefined): number {
  if (!cursor) return 0;
  const [, orderBy, direction, offset] =
    PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (
    !offset ||
    writeCursor(
      { orderBy, order: direction as Order['order'] },
      Number(offset),
    ) !== cursor
  ) {
    throw wrongField('cursor', 'must be the nextCursor of an earlier answer');
  }
  if (orderBy !== order.orderBy || direction !== order.order) {
    throw wrongField(
      'cursor',
      `belongs to the order ${orderBy} ${direction}: leave it out to begin anew`,
    );
  }
  return Number(offset);
}
