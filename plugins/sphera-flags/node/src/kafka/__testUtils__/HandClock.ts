import type { Clock } from '@sphera/plugin-operations-common';

/** A clock that a test moves on by hand. */
export class HandClock implements Clock {
  #now = Date.UTC(2026, 10, 24, 16);
  readonly #waiting = new Map<() => void, number>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, call: () => void): () => void {
    // Wrapped, since one function may wait twice.
    const own = () => call();
    this.#waiting.set(own, this.#now + milliseconds);
    return () => this.#waiting.delete(own);
  }

  random(): number {
    return 0;
  }

  /** Moves on, and calls what is due by then, in order. */
  leap(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#waiting].sort(([, a], [, b]) => a - b);
      if (!next || next[1] > end) break;
      const [call, due] = next;
      this.#waiting.delete(call);
      this.#now = due;
      call();
    }
    this.#now = end;
  }
}
