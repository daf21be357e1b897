import type { Cluster } from '../../Cluster';
import { timestamp } from '../../clock';
import type { Autoscaler, Deployment } from '../../objects';
import { resources } from '../../resources';
import { withCondition } from '../conditions';
import { keyOf, placeOf, WorkQueue } from '../WorkQueue';
import { sayings, type Saying } from './conditions';
import { measure, type Load } from './metrics';
import { Recommendations } from './Recommendations';
import { limited, wantedReplicas } from './scaling';

/** How often the load is looked at, in milliseconds: `--horizontal-pod-autoscaler-sync-period`. */
const PERIOD = 15_000;

/** What a cluster meets. */
export interface Surroundings {
  /** The load of a deployment at a moment; `undefined` where nobody measures it. */
  loadOf?(deployment: Deployment, now: number): Load | undefined;
  /** Why a deployment may not be scaled, as an admission webhook says it; `undefined` where it may. */
  refusalOf?(deployment: Deployment): string | undefined;
  /** Whether an image can be pulled; absent: each can, but for what its name says. */
  hasImage?(image: string): boolean;
}

/** Lets autoscalers follow the load, within their bounds; returns how to stop. */
export function runAutoscalers(
  cluster: Cluster,
  surroundings: Surroundings,
): () => void {
  const recommendations = new Map<string, Recommendations>();
  const queue = new WorkQueue(key => {
    const autoscaler = cluster.store.get(
      resources.autoscalers,
      ...placeOf(key),
    );
    if (!autoscaler) {
      recommendations.delete(key);
      return;
    }
    const recent = recommendations.get(key) ?? new Recommendations();
    recommendations.set(key, recent);
    reconcile(cluster, autoscaler, surroundings, recent);
  });
  const unsubscribe = cluster.store.onChange(
    ({ resource, object, previous }) => {
      if (resource !== resources.autoscalers) return;
      if (object.spec !== previous?.spec) queue.add(keyOf(object));
    },
  );
  let cancel = cluster.clock.after(PERIOD, function look() {
    for (const each of cluster.store.list(resources.autoscalers)) {
      queue.add(keyOf(each));
    }
    cancel = cluster.clock.after(PERIOD, look);
  });
  return () => {
    unsubscribe();
    queue.stop();
    cancel();
  };
}

function reconcile(
  cluster: Cluster,
  autoscaler: Autoscaler,
  { loadOf, refusalOf }: Surroundings,
  recent: Recommendations,
): void {
  const now = cluster.clock.now();
  const { scaleTargetRef, minReplicas = 1, maxReplicas } = autoscaler.spec;
  const bounds = { least: minReplicas, most: maxReplicas };
  const conclude = (status: Status, ...said: Saying[]) =>
    writeStatus(cluster, autoscaler, status, said);
  const deployment = targetOf(cluster, autoscaler);
  if (!deployment) {
    conclude({ desiredReplicas: 0 }, sayings.noTarget(scaleTargetRef.name));
    return;
  }
  const current = deployment.spec.replicas;
  if (current === 0) {
    conclude({ desiredReplicas: 0 }, sayings.gotScale, sayings.disabled);
    return;
  }
  const metrics = measure(
    cluster,
    autoscaler,
    deployment,
    loadOf?.(deployment, now),
  );
  const wanted = metrics.length ? wantedReplicas(current, metrics) : current;
  const verdict = limited(wanted, bounds);
  const replicas = recent.stabilize(verdict.replicas, current, bounds, now);
  if (!metrics.length && replicas === current) {
    const counts = { currentReplicas: current, desiredReplicas: 0 };
    conclude(counts, sayings.gotScale, sayings.notMeasured);
    return;
  }
  const counts = { currentReplicas: current, desiredReplicas: replicas };
  const refusal = replicas === current ? undefined : refusalOf?.(deployment);
  if (refusal) {
    conclude(counts, sayings.refused(refusal));
    return;
  }
  if (replicas !== current) {
    rescale(cluster, autoscaler, deployment, replicas);
  }
  conclude(
    {
      ...counts,
      ...(replicas !== current && { lastScaleTime: timestamp(now) }),
      ...(metrics.length && {
        currentMetrics: metrics.map(({ shown }) => shown),
      }),
    },
    ableToScale(current, replicas, verdict.replicas),
    metrics.length ? sayings.measured : sayings.notMeasured,
    sayings.limited(verdict.limited, verdict.reason, verdict.message),
  );
}

type Status = NonNullable<Autoscaler['status']>;

function targetOf(
  { store }: Cluster,
  { metadata, spec: { scaleTargetRef } }: Autoscaler,
): Deployment | undefined {
  if (scaleTargetRef.kind !== 'Deployment') return undefined;
  const { name } = scaleTargetRef;
  return store.get(resources.deployments, metadata.namespace, name);
}

function rescale(
  { store, events }: Cluster,
  autoscaler: Autoscaler,
  deployment: Deployment,
  replicas: number,
): void {
  store.change(resources.deployments, deployment, latest => ({
    ...latest,
    spec: { ...latest.spec, replicas },
  }));
  events.record(autoscaler, {
    type: 'Normal',
    reason: 'SuccessfulRescale',
    message: `New size: ${replicas}; reason: ${reasonOf(
      autoscaler,
      deployment.spec.replicas,
      replicas,
    )}`,
    component: 'horizontal-pod-autoscaler',
  });
}

function reasonOf(
  { spec: { minReplicas = 1, maxReplicas } }: Autoscaler,
  current: number,
  replicas: number,
): string {
  if (current > maxReplicas) {
    return 'Current number of replicas above Spec.MaxReplicas';
  }
  if (current < minReplicas) {
    return 'Current number of replicas below Spec.MinReplicas';
  }
  return replicas > current
    ? 'cpu resource utilization (percentage of request) above target'
    : 'All metrics below target';
}

function ableToScale(
  current: number,
  replicas: number,
  wanted: number,
): Saying {
  if (replicas !== current) return sayings.rescaled(replicas);
  return replicas > wanted ? sayings.stabilized : sayings.ready;
}

function writeStatus(
  { store, clock }: Cluster,
  autoscaler: Autoscaler,
  status: Status,
  said: Saying[],
): void {
  const lastTransitionTime = timestamp(clock.now());
  store.change(resources.autoscalers, autoscaler, latest => {
    const { lastScaleTime, conditions = [] } = latest.status ?? {};
    return {
      ...latest,
      status: {
        ...(lastScaleTime && { lastScaleTime }),
        ...status,
        conditions: said
          .map(saying => ({ ...saying, lastTransitionTime }))
          .reduce(withCondition, conditions),
      },
    };
  });
}
