import { aboutChanged } from '../aboutFields';
import type { Conflict, NewChange } from '../FlagStore';
import { type CellRow, cellId } from '../rows/cellRow';
import { type FlagRow, toKeptFlag } from '../rows/flagRow';
import type { RolloutRow } from '../rows/rolloutRow';

/** What is kept now, and locked. */
export interface Locked {
  flags: ReadonlyMap<string, FlagRow>;
  rollouts: ReadonlyMap<string, RolloutRow>;
  cells: ReadonlyMap<string, CellRow>;
}

/** Kinds of changes that a retired flag may see: it is put back, or what came back by itself is removed. */
const OF_RETIRED = ['restore', 'mend'];

/** Why a change cannot be written; `undefined`: it can. */
export function conflictOf(
  change: NewChange,
  locked: Locked,
): Conflict | undefined {
  return (
    conflictOfFlag(change, locked.flags.get(change.flag.flag)) ??
    conflictOfAbout(change, locked.flags.get(change.flag.flag)) ??
    conflictOfRollout(change, locked) ??
    conflictOfSeen(change.flag.flag, change.seen, locked.cells)
  );
}

function conflictOfFlag(
  { flagMust, change }: NewChange,
  row: FlagRow | undefined,
): Conflict | undefined {
  if (flagMust !== 'exist') {
    return row && { kind: 'exists', flag: toKeptFlag(row) };
  }
  if (!row) return { kind: 'unknown' };
  return row.retired_at !== null && !OF_RETIRED.includes(change.kind)
    ? { kind: 'retired', flag: toKeptFlag(row) }
    : undefined;
}

function conflictOfAbout(
  { flag, aboutSeen }: NewChange,
  row: FlagRow | undefined,
): Conflict | undefined {
  if (!aboutSeen || !row) return undefined;
  const now = toKeptFlag(row);
  const meanwhile = aboutChanged(aboutSeen, now);
  const field = aboutChanged(aboutSeen, flag).find(one =>
    meanwhile.includes(one),
  );
  return field && { kind: 'about', field, value: now[field] };
}

function conflictOfRollout(
  { flag: { flag }, rollout, wishes, endsRollout }: NewChange,
  { flags, rollouts }: Locked,
): Conflict | undefined {
  if (rollout) {
    const row = rollouts.get(rollout.id);
    return Number(row?.version) === rollout.version
      ? undefined
      : { kind: 'version' };
  }
  const underWay = flags.get(flag)?.rollout;
  return underWay && wishes.length > 0 && endsRollout === undefined
    ? { kind: 'rollout', rollout: underWay }
    : undefined;
}

/** Where a cluster has another revision than somebody saw. */
export function conflictOfSeen(
  flag: string,
  seen: Record<string, number> = {},
  cells: ReadonlyMap<string, CellRow>,
): Conflict | undefined {
  for (const [cluster, known] of Object.entries(seen)) {
    const row = cells.get(cellId(cluster, flag));
    const revision = Number(row?.wanted_revision ?? 0);
    if (revision !== known) {
      const change = row?.wanted_change ?? undefined;
      return { kind: 'seen', cluster, revision, ...(change && { change }) };
    }
  }
  return undefined;
}
