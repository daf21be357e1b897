import type { NewChange } from '../FlagStore';
import type { KeptFlag } from '../Kept';
import { type FlagRow, toKeptFlag } from '../rows/flagRow';
import { isOver } from '../rows/rolloutRow';

/** Kinds of changes that say what a flag is about; the others leave that as it is by now. */
const ABOUT = ['set', 'about'];

/** The flag after a change; its roll-out is what the change and the database say, whatever the caller has read. */
export function flagAfter(
  { change, flag, flagMust, rollout, endsRollout }: NewChange,
  row: FlagRow | undefined,
): KeptFlag {
  if (flagMust !== 'exist' || !row) return flag;
  const { changedAt, changedBy, retiredAt } = flag;
  const before = toKeptFlag(row);
  const about = ABOUT.includes(change.kind) ? flag : before;
  const ended = rollout ? isOver(rollout) : endsRollout !== undefined;
  return {
    ...about,
    changedAt,
    changedBy,
    retiredAt,
    rollout: ended ? undefined : before.rollout,
  };
}
