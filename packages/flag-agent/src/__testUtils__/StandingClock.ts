import type { Clock } from '@sphera/plugin-operations-common';

/** A clock that stands still unless it is moved; nothing that waits on it ever comes. */
export class StandingClock implements Clock {
  private at = Date.parse('2026-11-24T12:00:00.000Z');

  readonly now = () => this.at;
  readonly random = () => 0.5;
  readonly after = () => () => {};

  goOn(milliseconds: number): void {
    this.at += milliseconds;
  }
}
