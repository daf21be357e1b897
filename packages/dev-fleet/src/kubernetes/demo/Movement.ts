import type { Clock } from '../clock';
import { endPod } from '../controllers/replicaSets';
import type { Deployment } from '../objects';
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

/** Lets something happen in the demo company every few minutes; returns how to stop. */
export function moveNowAndThen(
  standIn: KubernetesStandIn,
  { clock, random }: { clock: Clock; random: Random },
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
      after(index * MINUTE, () => release(standIn, cluster, place));
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

function release(
  standIn: KubernetesStandIn,
  cluster: string,
  place: { namespace: string; name: string },
): void {
  const { store } = standIn.cluster(cluster);
  store.change(resources.deployments, { metadata: place }, deployment => {
    const { template } = deployment.spec;
    const [main, ...others] = template.spec.containers;
    const [image, version] = main.image.split(':');
    const next = version.replace(/\d+$/, last => String(Number(last) + 1));
    const released = {
      ...deployment,
      spec: {
        ...deployment.spec,
        template: {
          metadata: {
            ...template.metadata,
            labels: {
              ...template.metadata?.labels,
              'app.kubernetes.io/version': next,
            },
          },
          spec: {
            ...template.spec,
            containers: [{ ...main, image: `${image}:${next}` }, ...others],
          },
        },
      },
    } satisfies Deployment;
    return lockAgainst(store, released, deployment) ? deployment : released;
  });
}
