import type { Cluster } from '../../Cluster';
import type { Pod } from '../../objects';
import { hashOf } from '../../random';
import { resources } from '../../resources';
import type { Surroundings } from '../autoscaling/autoscalers';
import { killingNotes } from './kubeletNotes';
import { nextStep } from './nextStep';
import type { NodePlace, Step } from './Step';

interface Plan {
  step: string;
  cancel(): void;
}

/** Leads every pod through its life, as scheduler and kubelet together do; returns how to stop. */
export function runPods(
  cluster: Cluster,
  nodes: NodePlace[],
  { hasImage }: Pick<Surroundings, 'hasImage'>,
): () => void {
  const plans = new Map<string, Plan>();
  const drop = (uid: string) => {
    plans.get(uid)?.cancel();
    plans.delete(uid);
  };
  const unsubscribe = cluster.store.onChange(change => {
    if (change.resource !== resources.pods) return;
    const pod = change.object as Pod;
    const { uid, deletionTimestamp } = pod.metadata;
    if (change.type === 'DELETED') {
      drop(uid);
      return;
    }
    if (deletionTimestamp && !change.previous?.metadata.deletionTimestamp) {
      for (const note of killingNotes(pod)) cluster.events.record(pod, note);
    }
    const node = nodes[hashOf(uid) % nodes.length];
    const step = nextStep(pod, node, cluster.random, hasImage);
    if (step?.name === plans.get(uid)?.step) return;
    drop(uid);
    if (step) plans.set(uid, plan(pod, step));
  });

  function plan(pod: Pod, step: Step): Plan {
    const cancel = cluster.clock.after(step.after, () => {
      plans.delete(pod.metadata.uid);
      const current = cluster.store.get(
        resources.pods,
        pod.metadata.namespace,
        pod.metadata.name,
      );
      if (current?.metadata.uid === pod.metadata.uid) take(current, step);
    });
    return { step: step.name, cancel };
  }

  function take(pod: Pod, planned: Step): void {
    const step = planned.instead?.() ?? planned;
    for (const note of step.notes) cluster.events.record(pod, note);
    const next = step.apply(pod, cluster.clock.now());
    if (next) cluster.store.put(resources.pods, next);
    else cluster.store.remove(resources.pods, pod);
  }

  return () => {
    unsubscribe();
    for (const { cancel } of plans.values()) cancel();
  };
}
