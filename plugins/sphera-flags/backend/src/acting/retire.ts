import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import type { Ask } from './carryOut';
import { cellsOf, presentCells } from './choosing/presentCells';
import { conflictError, rolloutInTheWay } from './conflictError';
import { findFlag } from './findFlag';
import { newChange } from './newChange';
import { placeWords } from './words/wishWords';

/** Takes a flag out of every cluster. @throws FlagConflictError where it is retired, or rolled out just now; NotFoundError */
export async function decideRetire(
  parts: ActingParts,
  key: string,
  ask: Ask,
): Promise<NewChange[]> {
  const { stores, fleet, clock } = parts;
  const flag = await findFlag(stores.changes, key);
  if (flag.retiredAt !== undefined) {
    throw await conflictError(parts, key, { kind: 'retired', flag });
  }
  if (flag.rollout !== undefined) throw rolloutInTheWay(key, flag.rollout);
  const cells = await cellsOf(parts, key);
  const clusters = presentCells(cells).map(({ cluster }) => cluster);
  const where =
    clusters.length > 0 ? placeWords(fleet, clusters) : 'no cluster';
  return [
    newChange(parts, ask, {
      kind: 'retire',
      flag: { ...flag, retiredAt: clock.now() },
      cells,
      wishes: clusters.map(cluster => ({ cluster, definition: null })),
      sentence: `Removed from ${where}`,
    }),
  ];
}
