import { type Clock, systemClock } from '@sphera/plugin-operations-node';

/** A clock that runs on by itself, and can be made to leap: what is due by then happens at once. */
export class TestClock implements Clock {
  private ahead = 0;
  private readonly waiting = new Set<{
    at: number;
    call: () => void;
    callOff: () => void;
  }>();

  now = (): number => systemClock.now() + this.ahead;

  random = (): number => 0.5;

  after = (milliseconds: number, call: () => void): (() => void) => {
    const one = { at: this.now() + milliseconds, call, callOff: () => {} };
    this.waiting.add(one);
    this.wait(one);
    return () => {
      one.callOff();
      this.waiting.delete(one);
    };
  };

  /** Milliseconds. */
  leap(milliseconds: number): void {
    this.ahead += milliseconds;
    for (const one of this.waiting) {
      one.callOff();
      this.wait(one);
    }
  }

  private wait(one: {
    at: number;
    call: () => void;
    callOff: () => void;
  }): void {
    const wait = Math.max(0, one.at - this.now());
    one.callOff = systemClock.after(wait, () => {
      this.waiting.delete(one);
      one.call();
    });
  }
}
