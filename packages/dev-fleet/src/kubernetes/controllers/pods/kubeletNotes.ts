import type { Pod } from '../../objects';
import type { Note } from '../EventRecorder';

/** What the kubelet notes about a container. */
export function kubeletNote(
  pod: Pod,
  container: string,
  type: Note['type'],
  reason: string,
  message: string,
): Note {
  return {
    type,
    reason,
    message,
    component: 'kubelet',
    host: pod.spec.nodeName,
    fieldPath: `spec.containers{${container}}`,
  };
}

/** What the kubelet notes as soon as a pod is to go. */
export function killingNotes(pod: Pod): Note[] {
  return (pod.status?.containerStatuses ?? [])
    .filter(({ state }) => state.running)
    .map(({ name }) =>
      kubeletNote(pod, name, 'Normal', 'Killing', `Stopping container ${name}`),
    );
}
