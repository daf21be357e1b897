import type { Pod } from '@sphera/plugin-kubernetes-common';
import type { OwnedDeployment } from '../../fleet/FleetMemory';
import type { EventRecord, PodRecord } from '../../fleet/records';
import { placeOf, toMoment, Undated } from '../place';
import { mainNames, VERSION_LABEL, versionOf } from '../version';
import { duration } from '@sphera/plugin-operations-node';
import { aboutPod } from './aboutPod';
import { diagnose } from './diagnose';

/** One pod of a deployment as answers have it. `events` are those of the deployment. */
export function toPod(
  owned: OwnedDeployment,
  pod: PodRecord,
  { events, now }: { events: readonly EventRecord[]; now: number },
): Undated<Pod> {
  const { deployment } = owned;
  const { state, sentence, retryAt } = diagnose({
    pod,
    events: aboutPod(events, pod),
    containers: deployment.containers,
    now,
  });
  const nextTry =
    retryAt === undefined
      ? ''
      : `; next try ${
          retryAt > now ? `in about ${duration(retryAt - now)}` : 'any moment'
        }`;
  return {
    ...placeOf(owned, pod),
    deployment: deployment.name,
    version: versionOf({
      images: pod.containers.map(({ name, image }) => ({
        container: name,
        image,
      })),
      names: mainNames(deployment),
      label: pod.labels[VERSION_LABEL],
    }),
    state,
    ready: pod.ready,
    sentence: sentence && `${sentence}${nextTry}`,
    restarts: pod.containers.reduce((sum, { restarts }) => sum + restarts, 0),
    node: pod.node,
    createdAt: toMoment(pod.createdAt),
    containers: pod.containers.map(
      ({ name, image, ready, restarts, state: is, reason, lastExit }) => ({
        name,
        image,
        ready,
        restarts,
        state: is,
        reason,
        lastExit: lastExit && {
          reason: lastExit.reason,
          code: lastExit.code,
          at: lastExit.at === undefined ? undefined : toMoment(lastExit.at),
        },
      }),
    ),
  };
}
