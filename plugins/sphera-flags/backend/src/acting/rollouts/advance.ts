import type { advanceRollout } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type { NewWish } from '../../storage/FlagStore';
import type { KeptCell, KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import { carryOut } from '../carryOut';
import { cellsOf } from '../choosing/presentCells';
import { differs } from '../definitions/differs';
import { findFlag, findRollout } from '../findFlag';
import { newChange } from '../newChange';
import { wishWords } from '../words/wishWords';
import { changedMeanwhile, refuseUnless } from './changeRollout';

type Input = InputOf<typeof advanceRollout>;
type Ring = KeptRollout['rings'][number];

/** Sends the next ring of a roll-out, or notes how it ended. @throws FlagConflictError where it is not running any more */
export async function advance(
  parts: ActingParts,
  { id, step, ring, sentence }: Input,
): Promise<KeptRollout> {
  const { stores, clock } = parts;
  if (step === 'send') {
    await carryOut(parts, async () => sendRing(parts, id, ring ?? 0, sentence));
    return findRollout(stores.rollouts, id);
  }
  const rollout = await findRollout(stores.rollouts, id);
  refuseUnless(rollout, ['running'], 'moved');
  const moved: KeptRollout =
    step === 'stop'
      ? { ...rollout, sentence, state: 'stopped' }
      : { ...rollout, sentence, state: 'done', endedAt: clock.now() };
  if (!(await stores.rollouts.save(moved))) throw changedMeanwhile(id);
  return moved;
}

async function sendRing(
  parts: ActingParts,
  id: string,
  index: number,
  sentence: string,
) {
  const { stores, clock, fleet } = parts;
  const rollout = await findRollout(stores.rollouts, id);
  refuseUnless(rollout, ['running'], 'moved');
  const ring = rollout.rings[index];
  if (!ring) throw new FieldError('ring', 'must be a ring of the roll-out');
  if (ring.sentAt !== undefined) return [];
  const flag = await findFlag(stores.changes, rollout.flag);
  const cells = await cellsOf(parts, flag.flag);
  const { wishes, sent } = sending(ring, cells);
  const ask = { by: rollout.startedBy, reason: rollout.reason };
  const what = wishes.length > 0 ? wishWords(fleet, wishes) : 'so already';
  const { change, ...others } = newChange(parts, ask, {
    kind: 'rollout',
    flag,
    cells,
    wishes,
    sentence: `Ring ${ring.name}: ${what}`,
  });
  const rings = rollout.rings.map((one, at) =>
    at === index ? { ...sent, sentAt: clock.now() } : one,
  );
  return [
    {
      ...others,
      change: { ...change, rollout: id },
      rollout: { ...rollout, sentence, rings },
    },
  ];
}

/** Wishes of a ring; clusters that acknowledged theirs before it was sent again keep it. */
function sending(
  { name, clusters }: Ring,
  cells: KeptCell[],
): { wishes: NewWish[]; sent: Ring } {
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  const wishes: NewWish[] = [];
  const sent = clusters.map(({ cluster, definition, before }) => {
    const { wanted, answer } = byCluster.get(cluster) ?? {};
    const isThere =
      answer?.outcome === 'acknowledged' &&
      !differs(wanted?.definition ?? null, definition);
    if (isThere) {
      return { cluster, definition, before, revision: wanted?.revision };
    }
    wishes.push({ cluster, definition });
    return { cluster, definition, before };
  });
  return { wishes, sent: { name, clusters: sent } };
}
