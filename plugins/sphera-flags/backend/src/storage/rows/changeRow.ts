import type { KeptChange } from '../Kept';
import { present, type StoredNumber } from './stored';

/** A change as the table `flag_changes` holds it. */
export interface ChangeRow {
  /** In the order of writing; the database counts. */
  number: StoredNumber;
  id: string;
  flag: string;
  service: string;
  kind: KeptChange['kind'];
  at: StoredNumber;
  by: string;
  reason: string;
  sentence: string;
  rollout: string | null;
}

/** The row of a change that is new. */
export const toChangeRow = (kept: KeptChange): Omit<ChangeRow, 'number'> => ({
  id: kept.id,
  flag: kept.flag,
  service: kept.service,
  kind: kept.kind,
  at: kept.at,
  by: kept.by,
  reason: kept.reason,
  sentence: kept.sentence,
  rollout: kept.rollout ?? null,
});

/** The change of a row. */
export const toKeptChange = (row: ChangeRow): KeptChange =>
  present({
    id: row.id,
    flag: row.flag,
    service: row.service,
    kind: row.kind,
    at: Number(row.at),
    by: row.by,
    reason: row.reason,
    sentence: row.sentence,
    rollout: row.rollout ?? undefined,
  });
