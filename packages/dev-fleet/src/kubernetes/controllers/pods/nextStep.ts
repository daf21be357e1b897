import type { Pod } from '../../objects';
import { between, type Random } from '../../random';
import { containerStep } from './containerStep';
import { scheduling } from './scheduling';
import type { NodePlace, Step } from './Step';

/** The next step in the life of a pod, by its state; `undefined` where it just runs. */
export function nextStep(
  pod: Pod,
  node: NodePlace,
  random: Random,
  /** Whether an image can be pulled. */
  hasImage?: (image: string) => boolean,
): Step | undefined {
  if (pod.metadata.deletionTimestamp) return ending(pod, random);
  if (!pod.spec.nodeName) return scheduling(pod, node, random);
  const statuses = pod.status?.containerStatuses ?? [];
  const notReady = statuses.find(({ ready }) => !ready);
  const step = notReady && containerStep(pod, notReady, random, hasImage);
  return step && { ...step, name: `${notReady.name}: ${step.name}` };
}

function ending(pod: Pod, random: Random): Step {
  return {
    name: 'end',
    after: pod.spec.nodeName ? between(random, 1_000, 3_000) : 50,
    apply: () => undefined,
    notes: [],
  };
}
