import { baseOfPod } from './podNames';
import type { EventRecord } from './records';

/** As long as an API server keeps events unless told otherwise. */
const OLDEST_MS = 3_600_000;
/** How many are kept of one thing, and shown of one deployment. */
export const MOST_EVENTS = 50;

/** What events are filed under: the thing they are about; pods under their ReplicaSet. */
export const eventTopic = (kind: string, namespace: string, name: string) =>
  `${kind}/${namespace}/${kind === 'Pod' ? baseOfPod(name) : name}`;

/** Events of the last hour in one cluster, at most 50 of one thing, filed under what they are about. */
export class EventShelf {
  private topics = new Map<string, Map<string, EventRecord>>();
  private topicByUid = new Map<string, string>();

  constructor(private readonly now: () => number) {}

  get size() {
    return this.topicByUid.size;
  }

  /** Events under a topic, in no order. */
  under(topic: string): EventRecord[] {
    return [...(this.topics.get(topic)?.values() ?? [])];
  }

  put(event: EventRecord): void {
    if (event.lastAt < this.now() - OLDEST_MS) {
      this.remove(event.uid);
      return;
    }
    const { kind, name } = event.about;
    const topic = eventTopic(kind, event.namespace, name);
    const events = this.topics.get(topic) ?? new Map<string, EventRecord>();
    this.topics.set(topic, events.set(event.uid, event));
    this.topicByUid.set(event.uid, topic);
    if (events.size > MOST_EVENTS) {
      this.remove([...events.values()].sort(oldestFirst)[0].uid);
    }
  }

  remove(uid: string): EventRecord | undefined {
    const topic = this.topicByUid.get(uid);
    if (topic === undefined) return undefined;
    const events = this.topics.get(topic)!;
    const event = events.get(uid);
    this.topicByUid.delete(uid);
    events.delete(uid);
    if (events.size === 0) this.topics.delete(topic);
    return event;
  }

  clear(): void {
    this.topics = new Map();
    this.topicByUid = new Map();
  }

  /** Drops what has become too old. */
  tidy(): void {
    const oldest = this.now() - OLDEST_MS;
    for (const events of this.topics.values()) {
      for (const { uid, lastAt } of events.values()) {
        if (lastAt < oldest) this.remove(uid);
      }
    }
  }
}

function oldestFirst(one: EventRecord, other: EventRecord) {
  return one.lastAt - other.lastAt;
}
