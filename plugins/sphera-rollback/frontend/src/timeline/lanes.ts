import type { Run, Version } from '@sphera/plugin-rollback-common';

/** How a run is drawn: it goes on, it went well, a rollback ended it, or it was too short to tell. */
export type BarKind = 'current' | 'well' | 'taken' | 'short';

/** One time that a version was to run, in one lane. */
export interface Bar {
  id: string;
  version: string;
  run: Run;
  kind: BarKind;
}

/** Regions in which the same ran at the same times, with what ran, the oldest first. */
export interface Lane {
  regions: string[];
  bars: Bar[];
}

/**
 * Who ran when, one lane for regions that always ran the same.
 *
 * @param order - names of regions as the fleet lists them
 */
export function lanesOf(
  versions: readonly Version[],
  order: readonly string[],
): Lane[] {
  const regions = new Set(
    versions.flatMap(({ runs }) => runs.flatMap(run => run.regions)),
  );
  const lanes = new Map<string, Lane>();
  const inOrder = [...regions].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  for (const region of inOrder) {
    const bars = barsIn(region, versions);
    const likeness = bars.map(({ run }) => run.commit.hash).join();
    const lane = lanes.get(likeness);
    if (lane) lane.regions.push(region);
    else lanes.set(likeness, { regions: [region], bars });
  }
  return [...lanes.values()];
}

function barsIn(region: string, versions: readonly Version[]): Bar[] {
  return versions
    .flatMap(version =>
      version.runs
        .filter(({ regions }) => regions.includes(region))
        .map(run => ({
          id: `${region}/${run.commit.hash}`,
          version: version.version,
          run,
          kind: kindOf(version, run),
        })),
    )
    .sort((a, b) => begin(a) - begin(b));
}

function kindOf({ ranWell }: Version, run: Run): BarKind {
  if (!run.endedAt) return 'current';
  if (run.leftByRollback) return 'taken';
  return ranWell ? 'well' : 'short';
}

function begin({ run }: Bar): number {
  return Date.parse(run.deployedAt);
}
