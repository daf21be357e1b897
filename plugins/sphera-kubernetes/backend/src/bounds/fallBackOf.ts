import { areSame, Bounds } from '../adapters/ClusterClient';
import type { BoundsOverride } from './BoundsOverride';

/**
 * What new bounds fall back to: what the cluster has, or, where that itself was set for a time only, what
 * there was before that.
 */
export function fallBackOf(
  present: Bounds,
  standing: BoundsOverride | undefined,
): Bounds {
  const isForATime =
    standing?.expiresAt !== undefined && areSame(standing.to, present);
  return isForATime ? standing.fallBackTo : present;
}
