import type { Cell } from '@sphera/plugin-flags-common';
import { counted } from '@sphera/plugin-operations-node';
import type { SeenCluster, Seeing } from '../cells/Seeing';
import { toCell } from '../cells/toCell';
import type { FlagSight } from '../memory/FlagSight';
import { type CellDrift, driftOf } from './driftOf';
import type { FoundDrift } from './FoundDrift';

/** Where clusters have something else of a flag than is wanted: those of one environment that stand alike together. */
export function cellDrift(sight: FlagSight, seeing: Seeing): FoundDrift[] {
  const alike = new Map<string, { what: CellDrift; clusters: SeenCluster[] }>();
  for (const cluster of seeing.clusters) {
    const what = driftOf(sight.cells[cluster.place], cluster.isSilent);
    if (!what) continue;
    const key = `${cluster.environment}\n${what}`;
    const group = alike.get(key);
    if (group) group.clusters.push(cluster);
    else alike.set(key, { what, clusters: [cluster] });
  }
  return [...alike.values()].map(({ what, clusters }) => ({
    what,
    drift() {
      const cells = clusters.map(cluster =>
        toCell(sight.cells[cluster.place], cluster, seeing),
      );
      return {
        flag: sight.flag,
        service: sight.kept?.service,
        kind: 'cell',
        environment: clusters[0].environment,
        sentence: sentenceOf(what, cells),
        cells,
      };
    },
  }));
}

const TOGETHER: Record<CellDrift, string> = {
  refused: 'refused it',
  changed: 'have something else than is wanted',
  silent: 'are silent',
};

function sentenceOf(what: CellDrift, cells: Cell[]): string {
  const [first, ...others] = new Set(cells.map(({ sentence }) => sentence));
  if (first && others.length === 0) return first;
  return `${counted(cells.length, 'cluster')} ${TOGETHER[what]}`;
}
