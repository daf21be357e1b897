/** Runs what is about the same thing one after the other. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<void>>();

  /** @param run - must not throw */
  async run(key: string, run: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(run);
    this.#last.set(key, turn);
    await turn;
    if (this.#last.get(key) === turn) this.#last.delete(key);
  }
}
