import type { Clock } from '@sphera/plugin-operations-common';

const LOOK_MS = 15_000;
const LIMIT_MS = 60_000;

/** Notices a consumer that does nothing any more, and does not say so either: kafkajs has had such faults. */
export class Pulse {
  #last: number;
  #atWork = 0;
  #callOff = () => {};
  /** Rejected once nothing has happened for a minute. */
  readonly stopped: Promise<never>;

  constructor(private readonly clock: Clock) {
    this.#last = clock.now();
    this.stopped = new Promise((_, reject) => this.#look(reject));
    this.stopped.catch(() => {});
  }

  /** It lives. */
  beat(): void {
    this.#last = this.clock.now();
  }

  /** While this is done it need not beat. */
  async busy<T>(work: () => Promise<T>): Promise<T> {
    this.#atWork += 1;
    try {
      return await work();
    } finally {
      this.#atWork -= 1;
      this.beat();
    }
  }

  end(): void {
    this.#callOff();
  }

  #look(reject: (error: Error) => void): void {
    this.#callOff = this.clock.after(LOOK_MS, () => {
      if (this.#atWork === 0 && this.clock.now() - this.#last > LIMIT_MS) {
        reject(new Error('no answer within a minute'));
      } else {
        this.#look(reject);
      }
    });
  }
}
