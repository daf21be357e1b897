import { timestamp } from '../../clock';
import type { Condition, Pod } from '../../objects';
import { between, type Random } from '../../random';
import { conditionOf, withCondition } from '../conditions';
import { behaviourOf } from './imageBehaviour';
import type { NodePlace, Step } from './Step';

const NO_ROOM =
  '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.';

/** How a pod gets its node, or does not. */
export function scheduling(pod: Pod, node: NodePlace, random: Random): Step {
  const finds = pod.spec.containers.every(
    ({ image }) => behaviourOf(image) !== 'pending',
  );
  return finds ? assignment(pod, node, random) : failure(pod);
}

function assignment(pod: Pod, node: NodePlace, random: Random): Step {
  const { namespace, name } = pod.metadata;
  return {
    name: 'schedule',
    after: between(random, 50, 300),
    apply: (current, now) => scheduled(current, node, now),
    notes: [
      {
        type: 'Normal',
        reason: 'Scheduled',
        message: `Successfully assigned ${namespace}/${name} to ${node.name}`,
        component: 'default-scheduler',
      },
    ],
  };
}

function failure(pod: Pod): Step {
  const isFirst = !conditionOf(pod.status?.conditions, 'PodScheduled');
  return {
    name: isFirst ? 'try to schedule' : 'try to schedule again',
    after: isFirst ? 100 : 60_000,
    apply: (current, now) => ({
      ...current,
      status: {
        ...current.status,
        phase: 'Pending',
        conditions: withCondition(current.status?.conditions, {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: NO_ROOM,
          lastTransitionTime: timestamp(now),
        }),
      },
    }),
    notes: [
      {
        type: 'Warning',
        reason: 'FailedScheduling',
        message: NO_ROOM,
        component: 'default-scheduler',
      },
    ],
  };
}

function scheduled(pod: Pod, node: NodePlace, now: number): Pod {
  const at = timestamp(now);
  const isSo = (type: string): Condition => ({
    type,
    status: 'True',
    lastTransitionTime: at,
  });
  const isNot = (type: string): Condition => ({
    type,
    status: 'False',
    reason: 'ContainersNotReady',
    lastTransitionTime: at,
  });
  return {
    ...pod,
    spec: { ...pod.spec, nodeName: node.name },
    status: {
      phase: 'Pending',
      qosClass: pod.status?.qosClass,
      startTime: at,
      hostIP: node.address,
      conditions: [
        isNot('ContainersReady'),
        isSo('Initialized'),
        isSo('PodScheduled'),
        isNot('Ready'),
      ],
      containerStatuses: pod.spec.containers.map(({ name, image }) => ({
        name,
        image,
        imageID: '',
        ready: false,
        started: false,
        restartCount: 0,
        state: { waiting: { reason: 'ContainerCreating' } },
        lastState: {},
      })),
    },
  };
}
