import { NotFoundError } from '@backstage/errors';
import type { ChangeStore, RolloutStore } from '../storage/FlagStore';
import type { KeptFlag, KeptRollout } from '../storage/Kept';

/** The error for a flag that is not there. */
export const noSuchFlag = (flag: string) =>
  new NotFoundError(`There is no flag ${flag}`);

/** @throws NotFoundError */
export async function findFlag(
  changes: Pick<ChangeStore, 'getFlag'>,
  flag: string,
): Promise<KeptFlag> {
  const found = await changes.getFlag(flag);
  if (!found) throw noSuchFlag(flag);
  return found;
}

/** @throws NotFoundError */
export async function findRollout(
  rollouts: Pick<RolloutStore, 'get'>,
  id: string,
): Promise<KeptRollout> {
  const found = await rollouts.get(id);
  if (!found) throw new NotFoundError(`There is no roll-out ${id}`);
  return found;
}
