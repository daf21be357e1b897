import type { Clock } from '../time/Clock';

/** A clock that only moves when it is told to. */
export class HandClock implements Clock {
  private time = Date.parse('2026-11-24T18:00:00Z');
  private waiting: Array<{ at: number; call: () => void }> = [];

  readonly now = () => this.time;
  readonly random = () => 0.5;

  after(milliseconds: number, call: () => void) {
    const one = { at: this.time + milliseconds, call };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter(other => other !== one);
    };
  }

  /** Lets time pass, and happen what was to happen meanwhile. */
  pass(milliseconds: number): void {
    const until = this.time + milliseconds;
    for (;;) {
      const [next] = this.waiting
        .filter(({ at }) => at <= until)
        .sort((one, other) => one.at - other.at);
      if (!next) break;
      this.waiting = this.waiting.filter(other => other !== next);
      this.time = next.at;
      next.call();
    }
    this.time = until;
  }
}
