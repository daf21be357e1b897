import type { FlagDefinition, startRollout } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { Duration } from 'luxon';
import { FlagConflictError } from '../../errors';
import type { KeptCell, KeptFlag, KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import {
  type PresentCell,
  presentCells,
  revisionsOf,
} from '../choosing/presentCells';
import { ringsAsked } from '../choosing/ringsAsked';
import { targetsOf } from '../choosing/targetsOf';
import { conflictError, rolloutInTheWay } from '../conflictError';
import { definitionAfter } from '../definitions/definitionAfter';
import { differs } from '../definitions/differs';
import { look, type Look } from '../look';
import { OneLook } from '../OneLook';

type Input = InputOf<typeof startRollout>;

const havingIt = (cells: KeptCell[]) =>
  new Set(presentCells(cells).map(({ cluster }) => cluster));

const TRIES = 5;

/** What calls to begin a roll-out see: a flag, and all clusters that have it. */
export const lookForStart = (parts: ActingParts) =>
  new OneLook(
    async ({ flag }: Input) => look(parts, flag),
    ({ rings }, { flag, cells }) =>
      targetsOf(
        parts,
        flag.service,
        ringsAsked(parts, rings, havingIt(cells)).flatMap(
          ring => ring.clusters,
        ),
      ),
  );

/**
 * Begins a roll-out: nothing is sent yet, whoever has the turn sends ring after ring.
 * @throws FieldError, FlagConflictError, NotFoundError
 */
export async function start(
  parts: ActingParts,
  input: Input,
  by: string,
  looks: OneLook<Input, Look>,
): Promise<KeptRollout> {
  const { stores, wake } = parts;
  for (let tries = 1; ; tries++) {
    const { flag, cells } = await looks.get(input);
    await refuseUnlessFree(parts, flag);
    const having = presentCells(cells);
    const rollout = newRollout(parts, input, by, { flag, cells: having });
    const clusters = rollout.rings.flatMap(ring =>
      ring.clusters.map(({ cluster }) => cluster),
    );
    await looks.refuseBeyond(input, [{ flag, clusters }]);
    const seen = revisionsOf(having, clusters);
    const conflict = await stores.rollouts.add(rollout, seen);
    if (!conflict) {
      wake();
      return rollout;
    }
    if (conflict.kind !== 'seen' || tries === TRIES) {
      throw await conflictError(parts, flag.flag, conflict);
    }
    looks.forget(input);
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
