import type { Clock } from '../clock';
import { endPod } from '../controllers/replicaSets';
import { between, type Random } from '../random';
import { resources } from '../resources';
import { lockAgainst } from '../rules/locks';
import type { KubernetesStandIn } from '../startKubernetesStandIn';

const MINUTE = 60_000;

/** What gets new versions in staging while the demo runs. */
const LIVELY = [
  { namespace: 'tracking', name: 'delivery-forecast' },
  { namespace: 'delivery', name: 'courier-web' },
  { namespace: 'booking', name: 'booking-web' },
];

/** Has a cluster run the next version of a service, by way of Git. */
export type Release = (service: string, cluster: string) => void;

/** Lets something happen in the demo company every few minutes; returns how to stop. */
export function moveNowAndThen(
  standIn: KubernetesStandIn,
  {
    clock,
    random,
    release,
  }: {
    clock: Clock;
    random: Random;
    /** Absent: there are no new versions. */
    release?: Release;
  },
): () => void {
  const cancels = new Set<() => void>();
  const after = (milliseconds: number, run: () => void) => {
    const cancel = clock.after(milliseconds, () => {
      cancels.delete(cancel);
      run();
    });
    cancels.add(cancel);
  };
  const next = () =>
    after(between(random, 2 * MINUTE, 4 * MINUTE), () => {
      if (random() < 0.6) rollOut();
      else losePod();
      next();
    });

  /** A new version in one staging cluster, and a minute later in the other. */
  function rollOut(): void {
    const place = LIVELY[Math.floor(random() * LIVELY.length)];
    for (const [index, cluster] of ['staging-eu', 'staging-us'].entries()) {
      after(index * MINUTE, () => {
        // As a pipeline that asks the gate first.
        if (!isLocked(standIn, cluster, place)) release?.(place.name, cluster);
      });
    }
  }

  /** A pod of production goes, as where a node is drained. */
  function losePod(): void {
    const cluster = standIn.cluster('production-eu');
    const pods = cluster.store.list(resources.pods);
    endPod(cluster, pods[Math.floor(random() * pods.length)]);
  }

  next();
  return () => cancels.forEach(cancel => cancel());
}

/** Whether a lock of the portal would keep the cluster from taking another version. */
function isLocked(
  standIn: KubernetesStandIn,
  cluster: string,
  { namespace, name }: { namespace: string; name: string },
): boolean {
  const { store } = standIn.cluster(cluster);
  const current = store.get(resources.deployments, namespace, name);
  if (!current) return true;
  const next = structuredClone(current);
  next.spec.template.spec.containers[0].image += '-next';
  return lockAgainst(store, next, current) !== undefined;
}
