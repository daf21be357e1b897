import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { KeptCell } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';

/** A cell whose cluster is to have the flag. */
export type PresentCell = KeptCell & {
  wanted: NonNullable<KeptCell['wanted']> & { definition: FlagDefinition };
};

/** Cells of a flag in the clusters that flags are sent to, in the order of these. */
export async function cellsOf(
  { stores, settings }: Pick<ActingParts, 'stores' | 'settings'>,
  flag: string,
): Promise<KeptCell[]> {
  const cells = await stores.changes.cellsOf(flag);
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  return settings.clusters.flatMap(cluster => byCluster.get(cluster) ?? []);
}

/** Those whose cluster is to have the flag. */
export const presentCells = (cells: KeptCell[]): PresentCell[] =>
  cells.filter((cell): cell is PresentCell => Boolean(cell.wanted?.definition));

/** Revisions by cluster that a decision was made on: 0 where a cluster never had the flag. */
export function revisionsOf(
  cells: KeptCell[],
  clusters: readonly string[],
): Record<string, number> {
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  return Object.fromEntries(
    clusters.map(name => [name, byCluster.get(name)?.wanted?.revision ?? 0]),
  );
}
