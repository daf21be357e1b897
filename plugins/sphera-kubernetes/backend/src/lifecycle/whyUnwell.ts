import { counted } from '@sphera/plugin-operations-node';
import type { Running } from './RunningServices';

// What a rolling update leaves ready, unless a deployment asks for something else.
const KEPT = 0.75;

/** Why a deployment does not run well; nothing where it does, also while it is rolled out without trouble. */
export function whyUnwell({
  health,
  rollout,
  trouble,
  replicas,
}: Running): string | undefined {
  if (trouble !== undefined) return trouble;
  const { ready, desired } = replicas;
  const fewPods = `${ready} of ${counted(desired, 'pod')} ready`;
  switch (rollout.state) {
    case 'done':
      return health === 'down' ? fewPods : undefined;
    case 'rolling':
      return ready >= desired * KEPT ? undefined : rollout.sentence ?? fewPods;
    default:
      return rollout.sentence ?? fewPods;
  }
}
