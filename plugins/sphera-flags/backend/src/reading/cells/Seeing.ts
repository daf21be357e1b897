import type { Cluster } from '@sphera/plugin-fleet-common';
import type { ReadingParts } from '../ReadingParts';
import type { CellSurroundings } from './sentences';
import { silenceAt } from './Silence';

/** A cluster that flags are sent to, and its place among the cells of each flag. */
export interface SeenCluster extends Cluster {
  place: number;
  isSilent: boolean;
}

/** From where one answer looks at the cells. */
export interface Seeing extends CellSurroundings {
  /** Those that were asked for, in the order of the fleet. */
  clusters: SeenCluster[];
}

/** Looks at all clusters, or those of one environment, or one alone, as they are now. */
export function seeingOf(
  {
    memory,
    settings,
    fleet,
    bus,
    clock,
  }: Pick<ReadingParts, 'memory' | 'settings' | 'fleet' | 'bus' | 'clock'>,
  question: { environment?: string; cluster?: string } = {},
): Seeing {
  const { environment, cluster } = question;
  const now = clock.now();
  const byName = new Map(fleet.clusters.map(one => [one.name, one]));
  const silence = silenceAt(now, memory.agents, settings.silentAfterMs);
  return {
    now,
    bus: bus.state.state,
    silence,
    queuedSince: memory.queuedSince,
    clusters: memory.clusters
      .map((name, place) => ({ ...byName.get(name)!, place }))
      .filter(one => !environment || one.environment === environment)
      .filter(one => !cluster || one.name === cluster)
      .map(one => ({ ...one, isSilent: silence.isSilent(one.name) })),
  };
}
