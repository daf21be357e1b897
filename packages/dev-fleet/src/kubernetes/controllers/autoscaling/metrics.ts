import type { Cluster } from '../../Cluster';
import type { Autoscaler, Deployment } from '../../objects';
import { quantity } from '../../quantities';
import { resources } from '../../resources';
import { isActive, isReady } from '../pods/podHealth';

/** What all pods of a deployment use together. */
export interface Load {
  cpuCores: number;
  memoryBytes: number;
}

/** One metric of an autoscaler: in percent of what a pod requests. */
export interface Measured {
  current: number;
  target: number;
  /** As the status shows it. */
  shown: unknown;
}

/** What the metrics of an autoscaler say now; empty while no pod is ready, or nothing measures the load. */
export function measure(
  { store }: Cluster,
  { spec }: Autoscaler,
  deployment: Deployment,
  load: Load | undefined,
): Measured[] {
  const ready = store
    .ownedBy(resources.replicaSets, deployment.metadata.uid)
    .flatMap(set => store.ownedBy(resources.pods, set.metadata.uid))
    .filter(pod => isActive(pod) && isReady(pod)).length;
  if (!load || !ready) return [];
  return (spec.metrics ?? []).flatMap(({ resource: metric }) => {
    const target = metric?.target.averageUtilization;
    const requested = metric ? requestedBy(deployment, metric.name) : 0;
    if (!metric || !target || !requested) return [];
    const isCpu = metric.name === 'cpu';
    const perPod = (isCpu ? load.cpuCores : load.memoryBytes) / ready;
    const current = Math.round((perPod / requested) * 100);
    const averageValue = isCpu
      ? `${Math.round(perPod * 1000)}m`
      : String(Math.round(perPod));
    const shown = {
      type: 'Resource',
      resource: {
        name: metric.name,
        current: { averageUtilization: current, averageValue },
      },
    };
    return [{ current, target, shown }];
  });
}

/** What one pod requests of `cpu` or `memory`, in cores or bytes. */
export function requestedBy({ spec }: Deployment, metric: string): number {
  return spec.template.spec.containers.reduce(
    (sum, { resources: asked }) =>
      sum + (quantity(asked?.requests?.[metric]) ?? 0),
    0,
  );
}
