import { type CellRow, cellId } from '../rows/cellRow';

/** Columns that reports change, or are held against: all but the wanted definition, which is long and changed by nobody here. */
export const HEARD_COLUMNS = [
  'id',
  'flag',
  'cluster',
  'wanted_revision',
  'wanted_fingerprint',
  'answer',
  'answer_reason',
  'answer_at',
  'reported_revision',
  'reported_fingerprint',
  'reported_definition',
  'reported_at',
  'is_awaited',
  'answered_up_to',
] as const satisfies Array<keyof CellRow>;

/** These columns of a cell. */
export type HeardRow = Pick<CellRow, (typeof HEARD_COLUMNS)[number]>;

/** Of a flag that nobody wants there. */
export const leftOverRow = (cluster: string, flag: string): HeardRow => ({
  id: cellId(cluster, flag),
  flag,
  cluster,
  wanted_revision: null,
  wanted_fingerprint: null,
  answer: null,
  answer_reason: null,
  answer_at: null,
  reported_revision: null,
  reported_fingerprint: null,
  reported_definition: null,
  reported_at: null,
  is_awaited: false,
  answered_up_to: 0,
});
