import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kubernetes/clock';
import { deliver } from './deliver';
import type { Delivery, EventPayload, Hook } from './Hook';

/** How many deliveries of a hook are kept. */
const KEPT = 200;

/** What happened. */
export interface HookEvent {
  event: string;
  payload: EventPayload;
}

/** Sends events to whoever wants to hear of them, each hook's one after the other, and keeps what came of it. */
export class Hooks {
  readonly #queues = new Map<Hook, Promise<unknown>>();

  constructor(
    private readonly options: {
      clock: Pick<Clock, 'now'>;
      nextId(): number;
      /** Whether nothing arrives anywhere. */
      isLost(): boolean;
    },
  ) {}

  /** Sends an event to those of the hooks that want it; over at once. */
  emit(hooks: readonly Hook[], { event, payload }: HookEvent): void {
    for (const hook of hooks) {
      const isWanted = hook.events.includes('*') || hook.events.includes(event);
      if (hook.isActive && isWanted) this.send(hook, { event, payload });
    }
  }

  /** Sends an event to a hook whatever it wants to hear. */
  send(hook: Hook, { event, payload }: HookEvent): Promise<void> {
    return this.#queue(hook, { event, payload, guid: randomUUID() });
  }

  /** Sends once more what was sent before. */
  redeliver(hook: Hook, delivery: Delivery): Promise<void> {
    const { event, guid } = delivery;
    const { payload } = delivery.request;
    return this.#queue(hook, { event, payload, guid, isRedelivery: true });
  }

  #queue(hook: Hook, what: Parameters<Hooks['attempt']>[1]): Promise<void> {
    const before = this.#queues.get(hook) ?? Promise.resolve();
    const sent = before.then(() => this.attempt(hook, what));
    this.#queues.set(hook, sent);
    return sent;
  }

  private async attempt(
    hook: Hook,
    what: HookEvent & { guid: string; isRedelivery?: boolean },
  ): Promise<void> {
    // As if GitHub had never sent it: there is no trace of it either.
    if (this.options.isLost()) return;
    const { event, payload, guid, isRedelivery = false } = what;
    const at = this.options.clock.now();
    const began = performance.now();
    const sent = await deliver(hook, { event, guid, payload });
    hook.deliveries.unshift({
      id: this.options.nextId(),
      guid,
      event,
      action: payload.action ?? null,
      at,
      duration: performance.now() - began,
      isRedelivery,
      status: sent.status,
      statusCode: sent.statusCode,
      request: { headers: sent.request.headers, payload },
      response: sent.response,
    });
    hook.deliveries.length = Math.min(hook.deliveries.length, KEPT);
  }
}
