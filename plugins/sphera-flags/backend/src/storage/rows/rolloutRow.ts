import type { KeptRollout } from '../Kept';
import type { StoredNumber } from './stored';

/** A roll-out as the table `flag_rollouts` holds it. */
export interface RolloutRow {
  id: string;
  flag: string;
  service: string;
  state: KeptRollout['state'];
  started_at: StoredNumber;
  version: number;
  rollout: string;
}

/** The row of a roll-out. */
export const toRolloutRow = (kept: KeptRollout): RolloutRow => ({
  id: kept.id,
  flag: kept.flag,
  service: kept.service,
  state: kept.state,
  started_at: kept.startedAt,
  version: kept.version,
  rollout: JSON.stringify(kept),
});

/** The roll-out of a row. */
export const toKeptRollout = (row: RolloutRow): KeptRollout => ({
  ...(JSON.parse(row.rollout) as KeptRollout),
  version: Number(row.version),
});

/** Whether its flag is free for other changes. */
export const isOver = ({ state }: Pick<KeptRollout, 'state'>): boolean =>
  state === 'done' || state === 'aborted';
