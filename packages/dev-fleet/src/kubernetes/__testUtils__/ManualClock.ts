import type { Clock } from '../clock';

/** A clock that stands still until it is moved by hand. */
export class ManualClock implements Clock {
  #now: number;
  #timers = new Map<number, { at: number; run: () => void }>();
  #count = 0;

  constructor(begin = '2026-11-24T12:00:00Z') {
    this.#now = Date.parse(begin);
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const id = ++this.#count;
    this.#timers.set(id, { at: this.#now + milliseconds, run });
    return () => this.#timers.delete(id);
  }

  /** Lets the time pass, with all that happens meanwhile. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await new Promise(resolve => setImmediate(resolve));
      const [next] = [...this.#timers]
        .filter(([, { at }]) => at <= end)
        .sort(([, one], [, other]) => one.at - other.at);
      if (!next) break;
      const [id, { at, run }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = end;
  }
}
