import type { KeptFlag } from '../Kept';
import { numberOf, present, type StoredNumber } from './stored';

/** A flag as the table `flags` holds it. */
export interface FlagRow {
  flag: string;
  service: string;
  type: KeptFlag['type'];
  description: string | null;
  purpose: NonNullable<KeptFlag['purpose']> | null;
  owner: string | null;
  ends_on: string | null;
  created_at: StoredNumber;
  created_by: string;
  changed_at: StoredNumber;
  changed_by: string;
  retired_at: StoredNumber | null;
  rollout: string | null;
  updated_at: StoredNumber;
}

/** The row of a flag. */
export const toFlagRow = (kept: KeptFlag, now: number): FlagRow => ({
  flag: kept.flag,
  service: kept.service,
  type: kept.type,
  description: kept.description ?? null,
  purpose: kept.purpose ?? null,
  owner: kept.owner ?? null,
  ends_on: kept.endsOn ?? null,
  created_at: kept.createdAt,
  created_by: kept.createdBy,
  changed_at: kept.changedAt,
  changed_by: kept.changedBy,
  retired_at: kept.retiredAt ?? null,
  rollout: kept.rollout ?? null,
  updated_at: now,
});

/** The flag of a row. */
export const toKeptFlag = (row: FlagRow): KeptFlag =>
  present({
    flag: row.flag,
    service: row.service,
    type: row.type,
    description: row.description ?? undefined,
    purpose: row.purpose ?? undefined,
    owner: row.owner ?? undefined,
    endsOn: row.ends_on ?? undefined,
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
    changedAt: Number(row.changed_at),
    changedBy: row.changed_by,
    retiredAt: numberOf(row.retired_at),
    rollout: row.rollout ?? undefined,
  });
