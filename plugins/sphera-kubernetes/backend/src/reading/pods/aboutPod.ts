import type { EventRecord, PodRecord } from '../../fleet/records';

/** Those of a deployment's events that are about one pod. */
export function aboutPod(
  events: readonly EventRecord[],
  pod: PodRecord,
): EventRecord[] {
  return events.filter(
    ({ about }) =>
      about.kind === 'Pod' &&
      (about.uid === undefined
        ? about.name === pod.name
        : about.uid === pod.uid),
  );
}
