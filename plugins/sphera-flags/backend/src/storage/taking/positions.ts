import type { Knex } from 'knex';
import type { Incoming } from '../FlagStore';
import { putRows } from '../putRows';
import type { StoredNumber } from '../rows/stored';
import { lockRows } from '../writing/lockRows';

/** How far a partition was read, as the table `flag_positions` holds it. */
export interface PositionRow {
  /** `topic/partition` */
  id: string;
  next_offset: StoredNumber;
}

/** Key of a position. */
export const positionId = (topic: string, partition: number) =>
  `${topic}/${partition}`;

/** Those that were not taken before, in their order; notes that they are. The partitions stay locked. */
export async function passOverTaken(
  trx: Knex.Transaction,
  incoming: Incoming[],
): Promise<Incoming[]> {
  const idOf = ({ topic, partition }: Incoming) => positionId(topic, partition);
  const rows = await lockRows<PositionRow>(
    trx,
    'flag_positions',
    'id',
    incoming.map(idOf),
  );
  const next = new Map(
    [...rows].map(([id, row]) => [id, BigInt(row.next_offset)]),
  );
  const fresh = incoming.filter(one => {
    const isNew = one.offset >= (next.get(idOf(one)) ?? 0n);
    if (isNew) next.set(idOf(one), one.offset + 1n);
    return isNew;
  });
  const positions = [...next].map(([id, offset]) => ({
    id,
    next_offset: offset.toString(),
  }));
  if (fresh.length > 0) await putRows(trx, 'flag_positions', 'id', positions);
  return fresh;
}
