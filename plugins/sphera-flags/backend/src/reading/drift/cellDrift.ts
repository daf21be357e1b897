import type { Cell } from '@sphera/plugin-flags-common';
import { counted } from '@sphera/plugin-operations-node';
import type { SeenCluster, Seeing } from '../cells/Seeing';
import { stateOf } from '../cells/stateOf';
import { toCell } from '../cells/toCell';
import type { FlagSight } from '../memory/FlagSight';
import type { FoundDrift } from './FoundDrift';

const DRIFTS = ['refused', 'changed', 'silent'] as const;
type Drift = (typeof DRIFTS)[number];

/** Where clusters have something else of a flag than is wanted: those of one environment that stand alike together. */
export function cellDrift(sight: FlagSight, seeing: Seeing): FoundDrift[] {
  const alike = new Map<string, { what: Drift; clusters: SeenCluster[] }>();
  for (const cluster of seeing.clusters) {
    const state = stateOf(sight.cells[cluster.place], cluster.isSilent);
    const what = DRIFTS.find(one => one === state);
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

const TOGETHER: Record<Drift, string> = {
  refused: 'refused it',
  changed: 'have something else than is wanted',
  silent: 'are silent',
};

function sentenceOf(what: Drift, cells: Cell[]): string {
  const [first, ...others] = new Set(cells.map(({ sentence }) => sentence));
  if (first && others.length === 0) return first;
  return `${counted(cells.length, 'cluster')} ${TOGETHER[what]}`;
}
