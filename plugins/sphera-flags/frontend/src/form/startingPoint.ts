import type { Cell, Flag, FlagDefinition } from '@sphera/plugin-flags-common';
import { isSameDefinition } from './preview/isSameDefinition';

/** What most clusters of a flag are to have, for a form to begin with; undefined: it is wanted nowhere. */
export function mostWanted(flag: Flag): FlagDefinition | undefined {
  const counts: { definition: FlagDefinition; clusters: number }[] = [];
  for (const definition of wantedIn(flag.cells)) {
    const known = counts.find(one =>
      isSameDefinition(one.definition, definition),
    );
    if (known) known.clusters += 1;
    else counts.push({ definition, clusters: 1 });
  }
  const [first, ...others] = counts;
  return others.reduce(
    (most, one) => (one.clusters > most.clusters ? one : most),
    first,
  )?.definition;
}

/** Whether clusters of a flag are to have different things. */
export function differs(flag: Flag): boolean {
  const [first, ...others] = wantedIn(flag.cells);
  return others.some(one => !isSameDefinition(first, one));
}

/** The clusters in which a flag is wanted. */
export function havingClusters(flag: Flag): string[] {
  return flag.cells
    .filter(({ wanted }) => wanted?.definition)
    .map(({ cluster }) => cluster);
}

function wantedIn(cells: readonly Cell[]): FlagDefinition[] {
  return cells.flatMap(({ wanted }) => wanted?.definition ?? []);
}
