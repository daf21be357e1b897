import { timestamp } from '../../clock';
import type { ContainerStatus, Pod } from '../../objects';
import { between, hashOf, type Random } from '../../random';
import { withContainer } from './withContainer';
import { backOff, exiting } from './exiting';
import { behaviourOf } from './imageBehaviour';
import { kubeletNote } from './kubeletNotes';
import { pulling, untilThere } from './pulling';
import type { Step } from './Step';

/** The next step of a container that is not ready. */
export function containerStep(
  pod: Pod,
  status: ContainerStatus,
  random: Random,
  hasImage: (image: string) => boolean = () => true,
): Step | undefined {
  const behaviour = behaviourOf(status.image);
  if (behaviour === 'missing') return pulling(pod, status);
  if (status.state.waiting) {
    const isToBePulled = !status.state.waiting.reason?.startsWith('CrashLoop');
    return isToBePulled && !hasImage(status.image)
      ? untilThere(pod, status, hasImage)
      : starting(pod, status, random);
  }
  if (!status.state.running) return undefined;
  return behaviour === 'normal'
    ? becomingReady(pod, status, random)
    : exiting(pod, status, behaviour, random);
}

function starting(
  pod: Pod,
  { name, image, state, restartCount }: ContainerStatus,
  random: Random,
): Step {
  const isFirst = state.waiting?.reason !== 'CrashLoopBackOff';
  const pulled = isFirst
    ? `Successfully pulled image "${image}" in ${between(random, 300, 1_500)}ms`
    : `Container image "${image}" already present on machine`;
  return {
    name: `start ${restartCount}`,
    after: isFirst ? between(random, 600, 1_800) : backOff(restartCount),
    apply: (current, now) =>
      withContainer(
        current,
        name,
        () => ({
          imageID: `${image.split(':')[0]}@sha256:${digest(image)}`,
          containerID: `containerd://${digest(
            `${pod.metadata.uid}${name}${restartCount}`,
          )}`,
          started: true,
          state: { running: { startedAt: timestamp(now) } },
        }),
        now,
      ),
    notes: [
      kubeletNote(pod, name, 'Normal', 'Pulled', pulled),
      kubeletNote(pod, name, 'Normal', 'Created', `Created container: ${name}`),
      kubeletNote(pod, name, 'Normal', 'Started', `Started container ${name}`),
    ],
  };
}

function becomingReady(
  pod: Pod,
  { name }: ContainerStatus,
  random: Random,
): Step {
  const isSlow = random() < 0.15;
  const complaint = kubeletNote(
    pod,
    name,
    'Warning',
    'Unhealthy',
    'Readiness probe failed: HTTP probe failed with statuscode: 503',
  );
  return {
    name: 'become ready',
    after: isSlow
      ? between(random, 6_000, 9_000)
      : between(random, 1_500, 4_500),
    apply: (current, now) =>
      withContainer(current, name, () => ({ ready: true }), now),
    notes: isSlow ? [complaint] : [],
  };
}

/** As long as a SHA-256, and always the same for a text. */
function digest(text: string): string {
  return hashOf(text).toString(16).padStart(8, '0').repeat(8);
}
