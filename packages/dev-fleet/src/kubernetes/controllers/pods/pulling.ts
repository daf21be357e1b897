import type { ContainerStatus, Pod } from '../../objects';
import { withContainer } from './withContainer';
import { kubeletNote } from './kubeletNotes';
import type { Step } from './Step';

/** How often an image is looked for that may come soon, in milliseconds. */
const LOOK_AGAIN = 5_000;

/** An image that is not there yet: tried again, until somebody has pushed it. */
export function untilThere(
  pod: Pod,
  status: ContainerStatus,
  hasImage: (image: string) => boolean,
): Step {
  const step = pulling(pod, status);
  if (step.name !== 'pull') return step;
  const { name, image, state } = status;
  const create: Step = {
    name: 'pull',
    after: 0,
    apply: (current, now) =>
      withContainer(
        current,
        name,
        () => ({ state: { waiting: { reason: 'ContainerCreating' } } }),
        now,
      ),
    notes: [],
  };
  return {
    ...step,
    after:
      state.waiting?.reason === 'ImagePullBackOff' ? LOOK_AGAIN : step.after,
    instead: () => (hasImage(image) ? create : undefined),
  };
}

/** An image that is not there: tried again and again. */
export function pulling(
  pod: Pod,
  { name, image, state }: ContainerStatus,
): Step {
  const failure = `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
  const note = (type: 'Normal' | 'Warning', reason: string, message: string) =>
    kubeletNote(pod, name, type, reason, message);
  const waitFor =
    (reason: string, message: string): Step['apply'] =>
    (current, now) =>
      withContainer(
        current,
        name,
        () => ({ state: { waiting: { reason, message } } }),
        now,
      );
  if (state.waiting?.reason === 'ErrImagePull') {
    return {
      name: 'back off',
      after: 2_000,
      apply: waitFor(
        'ImagePullBackOff',
        `Back-off pulling image "${image}": ErrImagePull: ${failure}`,
      ),
      notes: [
        note('Normal', 'BackOff', `Back-off pulling image "${image}"`),
        note('Warning', 'Failed', 'Error: ImagePullBackOff'),
      ],
    };
  }
  return {
    name: 'pull',
    after: state.waiting?.reason === 'ImagePullBackOff' ? 60_000 : 1_000,
    apply: waitFor('ErrImagePull', failure),
    notes: [
      note('Normal', 'Pulling', `Pulling image "${image}"`),
      note('Warning', 'Failed', `Failed to pull image "${image}": ${failure}`),
      note('Warning', 'Failed', 'Error: ErrImagePull'),
    ],
  };
}
