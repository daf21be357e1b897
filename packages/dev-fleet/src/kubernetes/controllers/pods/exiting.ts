import { timestamp } from '../../clock';
import type { ContainerStatus, Pod } from '../../objects';
import { between, type Random } from '../../random';
import type { Note } from '../EventRecorder';
import { withContainer } from './withContainer';
import type { ImageBehaviour } from './imageBehaviour';
import { kubeletNote } from './kubeletNotes';
import type { Step } from './Step';

/** How long the kubelet waits before it starts a container again, in milliseconds: twice as long each time, five minutes at most. */
export function backOff(restarts: number): number {
  return Math.min(10_000 * 2 ** Math.max(0, restarts - 1), 300_000);
}

/** A container that ends a few seconds after its start, and waits to be started again. */
export function exiting(
  pod: Pod,
  { name, restartCount }: ContainerStatus,
  behaviour: ImageBehaviour,
  random: Random,
): Step {
  const isOom = behaviour === 'oom';
  const { metadata, spec } = pod;
  const container = `failed container=${name} pod=${metadata.name}_${metadata.namespace}(${metadata.uid})`;
  const killed: Note = {
    type: 'Warning',
    reason: 'OOMKilling',
    message: `Memory cgroup out of memory: Killed process of container ${name}`,
    component: 'kernel-monitor',
    host: spec.nodeName,
  };
  const backingOff = kubeletNote(
    pod,
    name,
    'Warning',
    'BackOff',
    `Back-off restarting failed container ${name} in pod ${metadata.name}_${metadata.namespace}(${metadata.uid})`,
  );
  return {
    name: `exit ${restartCount}`,
    after: between(random, 3_000, 6_000),
    apply: (current, at) =>
      withContainer(
        current,
        name,
        (status, now) => ({
          started: false,
          restartCount: restartCount + 1,
          lastState: {
            terminated: {
              exitCode: isOom ? 137 : 1,
              reason: isOom ? 'OOMKilled' : 'Error',
              startedAt: status.state.running?.startedAt ?? timestamp(now),
              finishedAt: timestamp(now),
              containerID: status.containerID,
            },
          },
          state: {
            waiting: {
              reason: 'CrashLoopBackOff',
              message: `back-off ${
                backOff(restartCount + 1) / 1000
              }s restarting ${container}`,
            },
          },
        }),
        at,
      ),
    notes: isOom ? [killed, backingOff] : [backingOff],
  };
}
