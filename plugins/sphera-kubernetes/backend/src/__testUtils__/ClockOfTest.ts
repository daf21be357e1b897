import type { Clock } from '@sphera/plugin-operations-node';

/** A clock that stands still until it is told to go on. */
export class ClockOfTest implements Clock {
  private readonly waiting = new Map<() => void, number>();
  private at: number;

  constructor(moment = '2026-11-24T12:00:00.000Z') {
    this.at = Date.parse(moment);
  }

  readonly now = () => this.at;
  readonly random = () => 0.5;

  after(milliseconds: number, call: () => void) {
    this.waiting.set(call, this.at + milliseconds);
    return () => void this.waiting.delete(call);
  }

  /** Lets time pass; what waited for a moment on the way is called then. */
  goOn(milliseconds: number) {
    const end = this.at + milliseconds;
    for (;;) {
      const [next] = [...this.waiting].sort(([, a], [, b]) => a - b);
      if (!next || next[1] > end) break;
      const [call, due] = next;
      this.waiting.delete(call);
      this.at = Math.max(this.at, due);
      call();
    }
    this.at = end;
  }
}
