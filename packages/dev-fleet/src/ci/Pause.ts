import type { Clock } from '../kubernetes/clock';

/** Waits by a clock until everything is over. */
export class Pause {
  #isOver = false;
  readonly #ends = new Set<() => void>();

  constructor(private readonly clock: Pick<Clock, 'after'>) {}

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Waits so many milliseconds. @returns `false` where it is over */
  async of(milliseconds: number): Promise<boolean> {
    if (this.#isOver) return false;
    let end = () => {};
    await new Promise<void>(resolve => {
      const callOff = this.clock.after(milliseconds, resolve);
      end = () => {
        callOff();
        resolve();
      };
      this.#ends.add(end);
    });
    this.#ends.delete(end);
    return !this.#isOver;
  }

  /** Whoever waits goes on, and is told that it is over. */
  end(): void {
    this.#isOver = true;
    for (const end of [...this.#ends]) end();
  }
}
