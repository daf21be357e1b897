import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import type { Ask } from './carryOut';
import { presentCells } from './choosing/presentCells';
import { conflictError, rolloutInTheWay } from './conflictError';
import type { Look } from './look';
import { newChange } from './newChange';
import { placeWords } from './words/wishWords';

/** Takes a flag out of every cluster. @throws FlagConflictError where it is retired, or rolled out just now */
export async function decideRetire(
  parts: ActingParts,
  { flag, cells }: Look,
  ask: Ask,
): Promise<NewChange[]> {
  const { settings, fleet, clock } = parts;
  if (flag.retiredAt !== undefined) {
    throw await conflictError(parts, flag.flag, { kind: 'retired', flag });
  }
  if (flag.rollout !== undefined) {
    throw rolloutInTheWay(flag.flag, flag.rollout);
  }
  const clusters = presentCells(cells).map(({ cluster }) => cluster);
  const where =
    clusters.length > 0 ? placeWords(fleet, clusters) : 'no cluster';
  return [
    newChange(parts, ask, {
      kind: 'retire',
      flag: { ...flag, retiredAt: clock.now() },
      cells,
      standsOn: settings.clusters,
      wishes: clusters.map(cluster => ({ cluster, definition: null })),
      sentence: `Removed from ${where}`,
    }),
  ];
}
