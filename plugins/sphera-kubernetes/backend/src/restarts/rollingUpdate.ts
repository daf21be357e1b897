import type { DeploymentRecord } from '../fleet/records';

/** What Kubernetes takes where a deployment says nothing. */
const DEFAULT = '25%';

/**
 * How many pods a rolling update leaves running at the least. As the deployment controller
 * counts: a percentage of surge is rounded up, one of unavailable pods down, and where both come to
 * none, one pod may be unavailable (`ResolveFenceposts` in kubernetes/pkg/controller/deployment/util).
 */
export function podsKeptUp({
  wanted,
  strategy,
}: Pick<DeploymentRecord, 'wanted' | 'strategy'>): number {
  if (strategy.type === 'Recreate') return 0;
  const surge = podsOf(strategy.maxSurge, wanted, Math.ceil);
  const unavailable = podsOf(strategy.maxUnavailable, wanted, Math.floor);
  const mayGo = surge === 0 && unavailable === 0 ? 1 : unavailable;
  return Math.max(0, wanted - mayGo);
}

/** `2`, or `25%` of the wanted pods. */
function podsOf(
  setting: string = DEFAULT,
  wanted: number,
  round: (pods: number) => number,
): number {
  if (!setting.endsWith('%')) return Number(setting);
  return round((Number(setting.slice(0, -1)) * wanted) / 100);
}
