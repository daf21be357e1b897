import { timestamp, type Clock } from '../clock';
import type { EventObject, KubeObject } from '../objects';
import type { Random } from '../random';
import { resources } from '../resources';
import type { Store } from '../store/Store';

/** How long an event is kept after it happened last, in milliseconds: the default of `--event-ttl`. */
const TIME_TO_LIVE = 3_600_000;

/** What is noted about an object. */
export interface Note {
  type: 'Normal' | 'Warning';
  /** In one word: `FailedScheduling`. */
  reason: string;
  message: string;
  /** Who notes it: `kubelet`. */
  component: string;
  host?: string;
  /** Which part of the object: `spec.containers{quotes}`. */
  fieldPath?: string;
}

/** Keeps events as a cluster does: the same one again is counted, and an hour later it is gone. */
export class EventRecorder {
  /** Name of the event by what it is about and says. */
  #names = new Map<string, { name: string; namespace: string }>();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  record(about: KubeObject, note: Note): void {
    const { namespace = 'default', name, uid } = about.metadata;
    const now = timestamp(this.clock.now());
    const key = [uid, note.reason, note.message, note.fieldPath].join('\n');
    const known = this.#names.get(key);
    const again =
      known &&
      this.store.change(resources.events, { metadata: known }, event => ({
        ...event,
        count: event.count + 1,
        lastTimestamp: now,
      }));
    if (again) return;
    const stamp = Math.floor(this.random() * 16 ** 8)
      .toString(16)
      .padStart(8, '0');
    const event = this.store.put(
      resources.events,
      eventDraft(
        about,
        `${name}.${this.clock.now().toString(16)}${stamp}`,
        namespace,
        note,
        now,
      ),
    );
    this.#names.set(key, { name: event.metadata.name, namespace });
  }

  /** Takes away what happened longer than an hour ago. */
  sweep(): void {
    const oldest = timestamp(this.clock.now() - TIME_TO_LIVE);
    for (const event of this.store.list(resources.events)) {
      if (event.lastTimestamp < oldest) {
        this.store.remove(resources.events, event);
      }
    }
    for (const [key, { name, namespace }] of this.#names) {
      if (!this.store.get(resources.events, namespace, name)) {
        this.#names.delete(key);
      }
    }
  }
}

/** An event as it is stored. */
export function eventDraft(
  about: KubeObject,
  name: string,
  namespace: string,
  { type, reason, message, component, host, fieldPath }: Note,
  at: string,
) {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      namespace: about.metadata.namespace,
      name: about.metadata.name,
      uid: about.metadata.uid,
      ...(fieldPath && { fieldPath }),
    },
    type,
    reason,
    message,
    count: 1,
    firstTimestamp: at,
    lastTimestamp: at,
    source: { component, ...(host && { host }) },
    eventTime: null,
    reportingComponent: component,
    reportingInstance: host ?? '',
  } satisfies Omit<EventObject, 'metadata'> & { metadata: object };
}
