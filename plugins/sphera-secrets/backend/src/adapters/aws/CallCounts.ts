import type { Api } from './rateLimits';

const SECOND = 1_000;
const MINUTE = 60;

/** How often each API was called within the latest minute, to the second. */
export class CallCounts {
  private readonly seconds = new Map<Api, { at: number; calls: number }[]>();

  /** @param now - milliseconds, never going back */
  constructor(private readonly now: () => number) {}

  count(api: Api): void {
    const at = this.second();
    const last = this.seconds.get(api)?.at(-1);
    if (last?.at === at) last.calls += 1;
    else this.seconds.set(api, [...this.latest(api), { at, calls: 1 }]);
  }

  lastMinute(api: Api): number {
    return this.latest(api).reduce((sum, { calls }) => sum + calls, 0);
  }

  private latest(api: Api) {
    const since = this.second() - MINUTE;
    return (this.seconds.get(api) ?? []).filter(({ at }) => at > since);
  }

  private second() {
    return Math.floor(this.now() / SECOND);
  }
}
