import type { FlagDefinition, startRollout } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { Duration } from 'luxon';
import { FlagConflictError } from '../../errors';
import type { KeptFlag, KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import {
  cellsOf,
  type PresentCell,
  presentCells,
  revisionsOf,
} from '../choosing/presentCells';
import { ringsAsked } from '../choosing/ringsAsked';
import { conflictError, rolloutInTheWay } from '../conflictError';
import { definitionAfter } from '../definitions/definitionAfter';
import { differs } from '../definitions/differs';
import { findFlag } from '../findFlag';

type Input = InputOf<typeof startRollout>;

const TRIES = 5;

/**
 * Begins a roll-out: nothing is sent yet, whoever has the turn sends ring after ring.
 * @throws FieldError, FlagConflictError, NotFoundError
 */
export async function start(
  parts: ActingParts,
  input: Input,
  by: string,
): Promise<KeptRollout> {
  const { stores, wake } = parts;
  for (let tries = 1; ; tries++) {
    const flag = await findFlag(stores.changes, input.flag);
    await refuseUnlessFree(parts, flag);
    const cells = presentCells(await cellsOf(parts, flag.flag));
    const rollout = newRollout(parts, input, by, { flag, cells });
    const clusters = rollout.rings.flatMap(ring =>
      ring.clusters.map(({ cluster }) => cluster),
    );
    const seen = revisionsOf(cells, clusters);
    const conflict = await stores.rollouts.add(rollout, seen);
    if (!conflict) {
      wake();
      return rollout;
    }
    if (conflict.kind !== 'seen' || tries === TRIES) {
      throw await conflictError(parts, flag.flag, conflict);
    }
  }
}

async function refuseUnlessFree(
  parts: ActingParts,
  flag: KeptFlag,
): Promise<void> {
  if (flag.retiredAt !== undefined) {
    throw await conflictError(parts, flag.flag, { kind: 'retired', flag });
  }
  if (flag.rollout !== undefined)
    throw rolloutInTheWay(flag.flag, flag.rollout);
}

function newRollout(
  parts: ActingParts,
  input: Input,
  by: string,
  { flag, cells }: { flag: KeptFlag; cells: PresentCell[] },
): KeptRollout {
  const { settings, clock, newId } = parts;
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  const asked = ringsAsked(parts, input.rings, new Set(byCluster.keys()));
  const known = new Map<string, FlagDefinition>();
  const rings = asked
    .map(({ name, clusters }) => ({
      name,
      clusters: clusters.flatMap(cluster => {
        const { definition: before, fingerprint } =
          byCluster.get(cluster)!.wanted;
        const key = fingerprint ?? '';
        const definition =
          known.get(key) ?? definitionAfter(flag, input, before);
        known.set(key, definition);
        return differs(before, definition)
          ? [{ cluster, definition, before }]
          : [];
      }),
    }))
    .filter(({ clusters }) => clusters.length > 0);
  if (rings.length === 0) {
    throw new FlagConflictError(
      `Nothing would change: ${flag.flag} is so already in every cluster of these rings`,
    );
  }
  return {
    id: newId(),
    flag: flag.flag,
    service: flag.service,
    state: 'running',
    sentence: `About to begin with ring ${rings[0].name}`,
    reason: input.reason,
    startedBy: by,
    startedAt: clock.now(),
    soakMs:
      input.soak === undefined
        ? settings.soakMs
        : Duration.fromISO(input.soak).as('milliseconds'),
    rings,
    version: 1,
  };
}
