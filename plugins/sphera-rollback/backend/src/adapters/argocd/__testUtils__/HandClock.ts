/** A clock that a test turns on. */
export class HandClock {
  #now = Date.UTC(2026, 10, 24, 3);
  #waiting: Array<{ at: number; run: () => void }> = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const entry = { at: this.#now + milliseconds, run };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter(each => each !== entry);
    };
  }

  /** Lets so many milliseconds pass, and what they set off come to its end. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#waiting
        .filter(({ at }) => at <= end)
        .sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter(each => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await new Promise(resolve => setImmediate(resolve));
    }
    this.#now = end;
  }
}
