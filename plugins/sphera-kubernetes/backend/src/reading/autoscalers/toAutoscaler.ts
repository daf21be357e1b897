import type {
  AllowedBounds,
  Autoscaler,
} from '@sphera/plugin-kubernetes-common';
import type { OwnedDeployment } from '../../fleet/FleetMemory';
import type { AutoscalerRecord, ContainerRecord } from '../../fleet/records';
import { placeOf, Undated } from '../place';
import { quantityOf } from '../quantity';
import { limitedBy, troubleOf } from './condition';

/** One autoscaler as answers have it. */
export function toAutoscaler(
  owned: OwnedDeployment,
  autoscaler: AutoscalerRecord,
  more: { allowed: AllowedBounds; override?: Autoscaler['override'] },
): Undated<Autoscaler> {
  return {
    ...placeOf(owned, autoscaler),
    deployment: owned.deployment.name,
    minReplicas: autoscaler.min,
    maxReplicas: autoscaler.max,
    currentReplicas: autoscaler.current,
    desiredReplicas: autoscaler.desired,
    metrics: autoscaler.metrics,
    limited: limitedBy(autoscaler),
    trouble: troubleOf(autoscaler),
    perPod: requestsOf(owned.deployment.containers),
    gitOps: autoscaler.gitOps,
    ...more,
  };
}

/** What one pod requests: the sum of its containers; absent where none of them says. */
function requestsOf(containers: ContainerRecord[]): Autoscaler['perPod'] {
  const sum = (resource: 'cpu' | 'memory') => {
    const requested = containers.flatMap(
      ({ requests }) => quantityOf(requests[resource]) ?? [],
    );
    return requested.length
      ? requested.reduce((total, one) => total + one)
      : undefined;
  };
  return { cpuCores: sum('cpu'), memoryBytes: sum('memory') };
}
