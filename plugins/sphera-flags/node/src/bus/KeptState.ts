import type { Clock } from '@sphera/plugin-operations-common';
import type { BusState } from './Bus';

/** How a bus stands, and who wants to hear of it. */
export class KeptState {
  #state: BusState;
  readonly #listeners = new Set<(state: BusState) => void>();

  /** Away, until it turns out otherwise. */
  constructor(private readonly clock: Pick<Clock, 'now'>) {
    this.#state = { state: 'away', since: clock.now() };
  }

  get state(): BusState {
    return this.#state;
  }

  /** Calls with each news; returns how to call it off. */
  onState(listener: (state: BusState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells how it stands; the same once more is no news. */
  is(state: BusState['state'], problem?: string): void {
    if (this.#state.state === state && this.#state.problem === problem) return;
    const since =
      this.#state.state === state ? this.#state.since : this.clock.now();
    this.#state = { state, since, ...(problem !== undefined && { problem }) };
    for (const tell of [...this.#listeners]) tell(this.#state);
  }
}
