import { machineClock } from '../clock';
import { seededRandom } from '../random';
import {
  startKubernetesStandIn,
  type KubernetesStandIn,
  type StandInOptions,
} from '../startKubernetesStandIn';
import { applyWorkload } from '../settled/settledWorkload';
import { demoClusters } from './clusters';
import { moveNowAndThen, type Release } from './Movement';
import { demoSurroundings } from './surroundings';
import { workloadsOf } from './workload';

/** Where the portal writes its locks, as its manifest installs it. */
const noLocks = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace: 'sphera-system', name: 'sphera-locks' },
};

/** Starts the clusters of the demo company, settled, with the drift and the trouble that its pages show. */
export async function startDemoClusters(
  options: Pick<
    StandInOptions,
    'port' | 'accounts' | 'speed' | 'seed' | 'neighbours'
  > & {
    /** Nothing changes by itself, for tests and pictures. */
    isStill?: boolean;
    /** Brings new versions now and then; absent: there are none. */
    release?: Release;
    /** Whether an image can be pulled; each can if absent. */
    hasImage?(image: string): boolean;
  },
): Promise<KubernetesStandIn> {
  const { isStill = false, seed = 1, speed } = options;
  const clock = machineClock(speed);
  const begin = clock.now();
  const standIn = await startKubernetesStandIn({
    ...options,
    clusters: demoClusters.map(({ name }) => name),
    seed,
    clock,
    surroundingsOf: cluster => ({
      ...demoSurroundings(cluster, { begin, isStill }),
      hasImage: options.hasImage,
    }),
    fill(cluster) {
      cluster.apply(noLocks);
      for (const demo of demoClusters.filter(
        ({ name }) => name === cluster.name,
      )) {
        for (const workload of workloadsOf(demo, begin)) {
          applyWorkload(cluster, workload);
        }
      }
    },
  });
  if (isStill) return standIn;
  const stopMoving = moveNowAndThen(standIn, {
    clock,
    random: seededRandom(seed),
    release: options.release,
  });
  return {
    ...standIn,
    async stop() {
      stopMoving();
      await standIn.stop();
    },
  };
}
