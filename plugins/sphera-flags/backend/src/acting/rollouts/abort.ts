import type { NewWish } from '../../storage/FlagStore';
import type { KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import { type Ask, carryOut } from '../carryOut';
import { cellsOf } from '../choosing/presentCells';
import { differs } from '../definitions/differs';
import { findFlag, findRollout } from '../findFlag';
import { newChange } from '../newChange';
import { wishWords } from '../words/wishWords';
import { changeRollout, refuseUnless } from './changeRollout';

/**
 * Ends a roll-out and puts back, in each cluster that it reached, what was wanted before.
 * @throws FlagConflictError, NotFoundError
 */
export async function abort(
  parts: ActingParts,
  id: string,
  ask: Ask,
): Promise<KeptRollout> {
  const { stores, titles, fleet } = parts;
  const { title } = await titles.person(ask.by);
  const end = (rollout: KeptRollout): KeptRollout => {
    refuseUnless(rollout, ['running', 'paused', 'stopped'], 'aborted');
    const sentence = `${title} aborted it: ${ask.reason}`;
    const endedAt = parts.clock.now();
    return { ...rollout, state: 'aborted', sentence, endedAt };
  };
  const { changes } = await carryOut(parts, async () => {
    const rollout = await findRollout(stores.rollouts, id);
    const ended = end(rollout);
    const flag = await findFlag(stores.changes, rollout.flag);
    const cells = await cellsOf(parts, flag.flag);
    const now = new Map(
      cells.map(({ cluster, wanted }) => [cluster, wanted?.definition ?? null]),
    );
    const wishes = rollout.rings.flatMap(ring =>
      ring.clusters.flatMap<NewWish>(({ cluster, definition, before }) =>
        // Also where it was to be sent again and the ring has forgotten its revision.
        differs(now.get(cluster) ?? null, definition)
          ? []
          : [{ cluster, definition: before }],
      ),
    );
    if (wishes.length === 0) return [];
    const sentence = `Roll-out aborted: ${wishWords(fleet, wishes)}`;
    const about = { kind: 'abort' as const, flag, cells, wishes, sentence };
    const { change, ...others } = newChange(parts, ask, about);
    return [{ ...others, change: { ...change, rollout: id }, rollout: ended }];
  });
  if (changes.length > 0) return findRollout(stores.rollouts, id);
  return changeRollout(parts, id, async rollout => end(rollout));
}
