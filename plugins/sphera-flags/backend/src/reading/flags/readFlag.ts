import { NotFoundError } from '@backstage/errors';
import type { Flag } from '@sphera/plugin-flags-common';
import { seeingOf } from '../cells/Seeing';
import { toCell } from '../cells/toCell';
import type { ReadingParts } from '../ReadingParts';
import { aboutFlag, isKnown, type KnownSight } from './aboutFlag';

/** @throws NotFoundError */
export function findFlag(
  { memory }: Pick<ReadingParts, 'memory'>,
  flag: string,
): KnownSight {
  const sight = memory.get(flag);
  if (sight && isKnown(sight)) return sight;
  throw new NotFoundError(`There is no flag ${flag}`);
}

/** Everything of one flag. @throws NotFoundError */
export async function readFlag(
  parts: ReadingParts,
  flag: string,
): Promise<Flag> {
  const sight = findFlag(parts, flag);
  const seeing = seeingOf(parts);
  return {
    ...(await aboutFlag(parts, sight)),
    cells: seeing.clusters.map(cluster =>
      toCell(sight.cells[cluster.place], cluster, seeing),
    ),
  };
}
