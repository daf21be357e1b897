import { type Clock, systemClock } from '@sphera/plugin-operations-node';

/** A clock that stands still until it is made to leap; what waits is called once its time has come, or as late as it would be without. */
export class ClockOfTest implements Clock {
  #now = systemClock.now();
  readonly #waiting = new Map<() => void, { at: number; callOff(): void }>();

  readonly now = () => this.#now;
  readonly random = () => 0.5;

  after(milliseconds: number, call: () => void) {
    const once = () => {
      this.#waiting.delete(once);
      call();
    };
    this.#wait(once, this.now() + milliseconds);
    return () => {
      this.#waiting.get(once)?.callOff();
      this.#waiting.delete(once);
    };
  }

  /** Milliseconds. */
  leap(milliseconds: number) {
    this.#now += milliseconds;
    for (const [call, { at, callOff }] of [...this.#waiting]) {
      callOff();
      this.#wait(call, at);
    }
  }

  #wait(call: () => void, at: number) {
    const callOff = systemClock.after(Math.max(0, at - this.now()), call);
    this.#waiting.set(call, { at, callOff });
  }
}
