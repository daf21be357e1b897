import type { SeenFact } from '@sphera/plugin-lifecycle-node';
import { groupedBy, listed } from '@sphera/plugin-operations-node';
import { inClusters } from './inClusters';
import type { Running } from './RunningServices';
import { whyUnwell } from './whyUnwell';

/** What is told of a service in one environment. */
export interface EnvironmentFacts {
  deployed: SeenFact;
  healthy: SeenFact;
  autoscaler: SeenFact;
  disruptionBudget: SeenFact;
}

/** A service in one environment. */
export interface InEnvironment {
  /** As people read it: `Staging`. */
  title: string;
  /** What runs of it there, in the order of the clusters. */
  running: readonly Running[];
  /** Clusters in which it ought to run. */
  expected: readonly string[];
}

interface InCluster {
  cluster: string;
  /** Those that are switched on. */
  running: readonly Running[];
}

const SEVERAL = 3;

const holds = (sentence: string): SeenFact => ({ holds: true, sentence });
const fails = (sentence: string): SeenFact => ({ holds: false, sentence });

/** What is so of a service in one environment, from what runs there. */
export function environmentFacts(place: InEnvironment): EnvironmentFacts {
  const clusters = groupedBy(place.running, ({ cluster }) => cluster).map(
    (all): InCluster => ({
      cluster: all[0].cluster,
      running: all.filter(({ health }) => health !== 'off'),
    }),
  );
  const gap = gapIn(place, clusters);
  if (gap !== undefined) {
    const fact = fails(gap);
    return {
      deployed: fact,
      healthy: fact,
      autoscaler: fact,
      disruptionBudget: fact,
    };
  }
  return {
    deployed: holds(versionsIn(clusters)),
    healthy: healthy(clusters),
    autoscaler: autoscaler(clusters),
    disruptionBudget: disruptionBudget(clusters),
  };
}

/** Why it does not run where it should, in words. */
function gapIn(
  { title, expected }: InEnvironment,
  clusters: readonly InCluster[],
): string | undefined {
  if (clusters.length === 0) return `Runs in no cluster of ${title}`;
  const off = clusters.filter(({ running }) => running.length === 0);
  if (off.length > 0) {
    return `Switched off in ${namesOf(off)}: no pods are wanted`;
  }
  const there = clusters.map(({ cluster }) => cluster);
  const missing = expected.filter(cluster => !there.includes(cluster));
  if (missing.length === 0) return undefined;
  return `Runs in ${namesOf(clusters)}, not in ${listed(
    missing,
  )}, though it does in that region elsewhere`;
}

function healthy(clusters: readonly InCluster[]): SeenFact {
  const unwell = clusters.flatMap(({ cluster, running }) =>
    running.flatMap(one => {
      const why = whyUnwell(one);
      if (why === undefined) return [];
      const name = running.length > 1 ? `${one.name} in ${cluster}` : cluster;
      return [`${name}: ${why}`];
    }),
  );
  if (unwell.length === 0) return holds(versionsIn(clusters));
  const others = unwell.length - SEVERAL;
  return fails(
    [
      ...unwell.slice(0, SEVERAL),
      ...(others > 0 ? [`${others} more are not well`] : []),
    ].join('; '),
  );
}

function autoscaler(clusters: readonly InCluster[]): SeenFact {
  return inEach(clusters, {
    of: ({ safeguards }) => safeguards?.autoscalers ?? [],
    inWords: ({ minReplicas, maxReplicas }) =>
      `${minReplicas} to ${maxReplicas} pods`,
    lacking: names =>
      `No autoscaler in ${names}: the number of pods does not follow the load`,
  });
}

function disruptionBudget(clusters: readonly InCluster[]): SeenFact {
  return inEach(clusters, {
    of: ({ safeguards }) => safeguards?.disruptionBudgets ?? [],
    inWords: ({ name }) => `Budget ${name}`,
    lacking: names =>
      `No disruption budget selects its pods in ${names}: emptying a node may take all of them at once`,
  });
}

/** Holds where something is there in each cluster, for one deployment at least. */
function inEach<T>(
  clusters: readonly InCluster[],
  what: {
    of: (running: Running) => readonly T[];
    inWords: (thing: T) => string;
    lacking: (clusters: string) => string;
  },
): SeenFact {
  const lacking = clusters.filter(
    ({ running }) => !running.some(one => what.of(one).length > 0),
  );
  if (lacking.length > 0) return fails(what.lacking(namesOf(lacking)));
  return holds(
    inClusters(
      clusters.map(({ cluster, running }) => ({
        cluster,
        text: listed([...new Set(running.flatMap(what.of).map(what.inWords))]),
      })),
    ),
  );
}

function versionsIn(clusters: readonly InCluster[]): string {
  return inClusters(
    clusters.map(({ cluster, running }) => ({
      cluster,
      text: listed([...new Set(running.map(({ version }) => version))]),
    })),
  );
}

function namesOf(clusters: readonly InCluster[]): string {
  return listed(clusters.map(({ cluster }) => cluster));
}
