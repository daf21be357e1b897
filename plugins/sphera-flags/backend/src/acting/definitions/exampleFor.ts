import type { Fleet } from '@sphera/plugin-fleet-common';
import type { PresentCell } from '../choosing/presentCells';

/** The cell that a cluster without the flag is to begin like: as most clusters of its environment have it, else as most of all. */
export function exampleFor(
  fleet: Fleet,
  cluster: string,
  cells: PresentCell[],
): PresentCell | undefined {
  const environmentOf = new Map(
    fleet.clusters.map(({ name, environment }) => [name, environment]),
  );
  const alike = cells.filter(
    cell => environmentOf.get(cell.cluster) === environmentOf.get(cluster),
  );
  const counts = new Map<string, { count: number; cell: PresentCell }>();
  for (const cell of alike.length > 0 ? alike : cells) {
    const key = cell.wanted.fingerprint ?? '';
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { count: 1, cell });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.cell;
}
