import type { Flag, FlagDefinition } from '@sphera/plugin-flags-common';

/** A definition, and the clusters in which it is wanted. */
export interface WantedDefinition {
  definition: FlagDefinition;
  clusters: string[];
}

/** What is wanted of a flag, each definition once, the most frequent first; clusters in which it is removed are left out. */
export function definitionsOf(flag: Pick<Flag, 'cells'>): WantedDefinition[] {
  const all = new Map<string, WantedDefinition>();
  for (const { cluster, wanted } of flag.cells) {
    const definition = wanted?.definition;
    if (!definition) continue;
    const text = JSON.stringify(definition);
    const same = all.get(text);
    if (same) same.clusters.push(cluster);
    else all.set(text, { definition, clusters: [cluster] });
  }
  return [...all.values()].sort(
    (a, b) => b.clusters.length - a.clusters.length,
  );
}
