import type { CellMark } from '../FlagStore';
import type { CellRow } from './cellRow';
import { numberOf } from './stored';

/** Columns of which one at least is another after each change that can be seen. */
export const MARK_COLUMNS = [
  'id',
  'flag',
  'cluster',
  'updated_at',
  'wanted_revision',
  'answer',
  'reported_revision',
  'reported_fingerprint',
] as const satisfies Array<keyof CellRow>;

/** The mark of a row. */
export const toCellMark = (
  row: Pick<CellRow, (typeof MARK_COLUMNS)[number]>,
): CellMark => ({
  flag: row.flag,
  cluster: row.cluster,
  updatedAt: Number(row.updated_at),
  wanted: numberOf(row.wanted_revision),
  answer: row.answer ?? undefined,
  reported: numberOf(row.reported_revision),
  fingerprint: row.reported_fingerprint ?? undefined,
});
