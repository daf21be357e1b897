import type { KeptCell, KeptFlag } from '../storage/Kept';
import type { ActingParts } from './ActingParts';
import { cellsOf } from './choosing/presentCells';
import { findFlag } from './findFlag';

/** A flag as a call sees it, with its cells in the order of the clusters. */
export interface Look {
  flag: KeptFlag;
  cells: KeptCell[];
}

/** @throws NotFoundError */
export async function look(
  parts: Pick<ActingParts, 'stores' | 'settings'>,
  key: string,
): Promise<Look> {
  const flag = await findFlag(parts.stores.changes, key);
  return { flag, cells: await cellsOf(parts, key) };
}
