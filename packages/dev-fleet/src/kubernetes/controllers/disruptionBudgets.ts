import type { Cluster } from '../Cluster';
import { timestamp } from '../clock';
import type { Deployment, DisruptionBudget, KubeObject } from '../objects';
import { resources } from '../resources';
import { labelSelectorTest } from '../selectors/labelSelector';
import { withCondition } from './conditions';
import { isActive, isReady } from './pods/podHealth';
import { countOf } from './rollout';
import { keyOf, placeOf, WorkQueue } from './WorkQueue';

/** Counts what each disruption budget leaves room for; returns how to stop. */
export function runDisruptionBudgets(cluster: Cluster): () => void {
  const { store } = cluster;
  const queue = new WorkQueue(key => {
    const budget = store.get(resources.disruptionBudgets, ...placeOf(key));
    if (!budget) return;
    store.change(resources.disruptionBudgets, budget, latest => ({
      ...latest,
      status: budgetStatus(cluster, latest),
    }));
  });
  const addThoseOf = (
    { metadata: { namespace } }: KubeObject,
    labels?: Record<string, string>,
  ) => {
    for (const budget of store.list(resources.disruptionBudgets, namespace)) {
      if (labelSelectorTest(budget.spec.selector)(labels)) {
        queue.add(keyOf(budget));
      }
    }
  };
  const unsubscribe = store.onChange(({ resource, object }) => {
    if (resource === resources.disruptionBudgets) queue.add(keyOf(object));
    if (resource === resources.pods) addThoseOf(object, object.metadata.labels);
    if (resource === resources.deployments) {
      const { spec } = object as Deployment;
      addThoseOf(object, spec.template.metadata?.labels);
    }
  });
  return () => {
    unsubscribe();
    queue.stop();
  };
}

function budgetStatus(
  { store, clock }: Cluster,
  { metadata, spec, status }: DisruptionBudget,
): NonNullable<DisruptionBudget['status']> {
  const isMeant = labelSelectorTest(spec.selector);
  const expected = store
    .list(resources.deployments, metadata.namespace)
    .filter(({ spec: { template } }) => isMeant(template.metadata?.labels))
    .reduce((sum, deployment) => sum + deployment.spec.replicas, 0);
  const healthy = store
    .list(resources.pods, metadata.namespace)
    .filter(
      pod => isMeant(pod.metadata.labels) && isActive(pod) && isReady(pod),
    ).length;
  const desired =
    spec.minAvailable !== undefined
      ? countOf(spec.minAvailable, expected, Math.ceil)
      : Math.max(
          0,
          expected - countOf(spec.maxUnavailable ?? 0, expected, Math.ceil),
        );
  const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0;
  return {
    observedGeneration: metadata.generation,
    disruptionsAllowed: allowed,
    currentHealthy: healthy,
    desiredHealthy: desired,
    expectedPods: expected,
    conditions: withCondition(status?.conditions, {
      type: 'DisruptionAllowed',
      status: allowed > 0 ? 'True' : 'False',
      reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
      message: '',
      lastTransitionTime: timestamp(clock.now()),
    }),
  };
}
