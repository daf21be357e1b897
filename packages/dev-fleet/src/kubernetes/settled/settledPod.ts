import { timestamp } from '../clock';
import { eventDraft, type Note } from '../controllers/EventRecorder';
import { nextStep } from '../controllers/pods/nextStep';
import { newPod } from '../controllers/replicaSets';
import type { Draft, EventObject, Pod, ReplicaSet } from '../objects';
import { hashOf, nameSuffix, uid } from '../random';
import type { StandInCluster } from '../StandInCluster';

const HOUR = 3_600_000;

/**
 * Puts a pod into a cluster that was created at a moment in the past, as it is by
 * now, with the events of the last hour. All in milliseconds since 1970.
 */
export function applySettledPod(
  cluster: StandInCluster,
  set: ReplicaSet,
  createdAt: number,
): Pod {
  const { random, clock, nodes } = cluster;
  const now = clock.now();
  const draft = newPod(set, `${set.metadata.name}-${nameSuffix(random)}`);
  let pod = {
    ...draft,
    metadata: {
      ...draft.metadata,
      uid: uid(random),
      creationTimestamp: timestamp(createdAt),
    },
  } as Pod;
  const node = nodes[hashOf(pod.metadata.uid) % nodes.length];
  const noted: Array<Note & { at: number }> = [];
  for (let at = createdAt; ; ) {
    const step = nextStep(pod, node, random);
    if (!step || at + step.after > now) break;
    at += step.after;
    pod = step.apply(pod, at) ?? pod;
    for (const note of step.notes) noted.push({ ...note, at });
  }
  for (const event of eventsOf(
    pod,
    noted.filter(({ at }) => at > now - HOUR),
  )) {
    cluster.apply(event);
  }
  return cluster.apply<Pod>(pod);
}

/** The same note again is one event that is counted. */
function eventsOf(
  pod: Pod,
  notes: Array<Note & { at: number }>,
): Draft<EventObject>[] {
  const events = new Map<string, Draft<EventObject>>();
  for (const { at, ...note } of notes) {
    const known = events.get(note.reason + note.message);
    const first = eventDraft(
      pod,
      `${pod.metadata.name}.${at.toString(16)}${events.size}`,
      pod.metadata.namespace ?? '',
      note,
      timestamp(at),
    );
    events.set(
      note.reason + note.message,
      known
        ? { ...known, count: known.count + 1, lastTimestamp: timestamp(at) }
        : first,
    );
  }
  return [...events.values()];
}
