import { aboutChanged } from '../aboutFields';
import type { NewChange } from '../FlagStore';
import type { KeptFlag } from '../Kept';
import { type FlagRow, toKeptFlag } from '../rows/flagRow';
import { isOver } from '../rows/rolloutRow';

/** The flag after a change; what the change does not say is what the database says, whatever the caller has read. */
export function flagAfter(
  { flag, aboutSeen, flagMust, rollout, endsRollout }: NewChange,
  row: FlagRow | undefined,
): KeptFlag {
  if (flagMust !== 'exist' || !row) return flag;
  const { changedAt, changedBy, retiredAt } = flag;
  const before = toKeptFlag(row);
  const about = aboutSeen ? aboutChanged(aboutSeen, flag) : [];
  const ended = rollout ? isOver(rollout) : endsRollout !== undefined;
  return {
    ...before,
    ...Object.fromEntries(about.map(field => [field, flag[field]])),
    changedAt,
    changedBy,
    retiredAt,
    rollout: ended ? undefined : before.rollout,
  };
}
