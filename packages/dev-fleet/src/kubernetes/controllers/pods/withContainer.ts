import { timestamp } from '../../clock';
import type { Condition, ContainerStatus, Pod } from '../../objects';
import { hashOf } from '../../random';
import { withCondition } from '../conditions';

/** What becomes of the status of a container. */
type ContainerChange = (
  status: ContainerStatus,
  now: number,
) => Partial<ContainerStatus>;

/** A pod with one container changed: its phase and its conditions follow. */
export function withContainer(
  pod: Pod,
  name: string,
  change: ContainerChange,
  now: number,
): Pod {
  const containerStatuses = (pod.status?.containerStatuses ?? []).map(status =>
    status.name === name ? { ...status, ...change(status, now) } : status,
  );
  const begun = containerStatuses.some(
    ({ state, lastState }) => state.running || lastState.terminated,
  );
  const conditions = ['ContainersReady', 'Ready'].map(type =>
    readiness(type, containerStatuses, now),
  );
  return {
    ...pod,
    status: {
      ...pod.status,
      phase: begun ? 'Running' : 'Pending',
      ...(begun && { podIP: pod.status?.podIP ?? addressOf(pod.metadata.uid) }),
      containerStatuses,
      conditions: conditions.reduce(
        withCondition,
        pod.status?.conditions ?? [],
      ),
    },
  };
}

function readiness(
  type: string,
  statuses: ContainerStatus[],
  now: number,
): Condition {
  const unready = statuses.filter(({ ready }) => !ready);
  const lastTransitionTime = timestamp(now);
  if (!unready.length) return { type, status: 'True', lastTransitionTime };
  return {
    type,
    status: 'False',
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready
      .map(({ name }) => name)
      .join(' ')}]`,
    lastTransitionTime,
  };
}

/** An address inside the cluster. */
function addressOf(uid: string): string {
  const hash = hashOf(uid);
  const part = (shift: number, size: number) => (hash >>> shift) % size;
  return `10.${part(0, 100) + 20}.${part(8, 256)}.${part(16, 128) + 2}`;
}
