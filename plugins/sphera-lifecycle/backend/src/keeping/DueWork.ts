/** What is to be looked at: these services, or all. */
export type Due = ReadonlySet<string> | 'all';

/** Work that is asked for again and again: done one after the other, together where it was asked for meanwhile. */
export class DueWork {
  #due?: Due;
  #work?: Promise<void>;
  #isStopped = false;

  constructor(
    private readonly parts: {
      run: (due: Due) => Promise<void>;
      failed: (error: unknown) => void;
    },
  ) {}

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Has these services, or all, looked at soon; never throws. */
  add(services?: readonly string[]): void {
    if (!services || this.#due === 'all') this.#due = 'all';
    else this.#due = new Set([...(this.#due ?? []), ...services]);
    if (this.#work || this.#isStopped) return;
    this.#work = this.#workOff();
  }

  /** Ends after what is being done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#work;
  }

  async #workOff(): Promise<void> {
    while (this.#due && !this.#isStopped) {
      const due = this.#due;
      this.#due = undefined;
      await this.parts.run(due).catch(this.parts.failed);
    }
    this.#work = undefined;
  }
}
