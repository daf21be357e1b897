import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { ClusterProgress } from '@sphera/plugin-rollback-common';

const isDone = ({ rollout, health }: Deployment) =>
  rollout.state === 'off' ||
  (rollout.state === 'done' && (health === 'healthy' || health === 'off'));

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * How a cluster follows: judged by those of its deployments that run either version (all, where none does).
 * `wants`: each of them is to run the new one, whether or not its pods do so yet.
 * @param deployments - of the service, in all clusters
 */
export function followCluster(
  before: ClusterProgress,
  from: string | undefined,
  deployments: readonly Deployment[],
): { progress: ClusterProgress; wants: boolean } {
  const { to, cluster, region, application } = before;
  const here = deployments.filter(one => one.cluster === cluster);
  const either = here.filter(
    ({ version }) => version === to || version === from,
  );
  const judged = either.length > 0 ? either : here;
  const wanting = judged.filter(({ version }) => version === to);
  const wants = judged.length > 0 && wanting.length === judged.length;
  const isReady = wants && judged.every(isDone);
  const progress: ClusterProgress = {
    cluster,
    region,
    to,
    state: 'waiting',
    pods: {
      wanted: sum(judged.map(({ replicas }) => replicas.desired)),
      ready: sum(
        wanting.map(({ replicas }) =>
          Math.min(replicas.ready, replicas.updated),
        ),
      ),
    },
    ...(application && { application }),
  };
  if (isReady) return { progress: { ...progress, state: 'ready' }, wants };
  if (wanting.length > 0) progress.state = 'rolling';
  return { progress: { ...progress, sentence: waitsFor(judged, to) }, wants };
}

function waitsFor(judged: readonly Deployment[], to: string): string {
  const [late] = judged.filter(({ version }) => version !== to);
  if (judged.length === 0) return 'The service does not run there';
  if (late) return `Still wants ${late.version}, the change is not there yet`;
  const slow = judged.find(one => !isDone(one))!;
  const { trouble, rollout, replicas } = slow;
  return (
    trouble ??
    rollout.sentence ??
    `${replicas.ready} of ${replicas.desired} pods are ready`
  );
}
