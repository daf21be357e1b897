import type { Clock } from '@sphera/plugin-operations-common';

const EVERY_MS = 1_000;

/** Keeps the memory of this replica up to what is in the database, whoever wrote it. */
export class Follower<T> {
  #going?: Promise<T>;
  #next?: Promise<T>;
  #callOff?: () => void;
  #isStopped = false;

  constructor(
    private readonly parts: {
      /** Takes into memory what was written since the last call. */
      read: () => Promise<T>;
      clock: Pick<Clock, 'after'>;
      failed: (error: unknown) => void;
    },
  ) {}

  /**
   * Takes in all that was written before this call.
   * @returns what `read` does
   * @throws what `read` does
   */
  async catchUp(): Promise<T> {
    if (!this.#going) {
      this.#going = this.parts.read().finally(() => {
        this.#going = undefined;
      });
      return this.#going;
    }
    // The read under way may have begun before what the caller means.
    this.#next ??= this.#going
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        this.#next = undefined;
        return this.catchUp();
      });
    return this.#next;
  }

  /** Catches up from now on, each second. */
  follow(): void {
    this.#callOff = this.parts.clock.after(EVERY_MS, () => {
      void this.catchUp()
        .catch(this.parts.failed)
        .finally(() => {
          if (!this.#isStopped) this.follow();
        });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff?.();
  }
}
