import type { Lock } from '@sphera/plugin-locks-common';
import { newestFirst } from './newestFirst';

const NONE: Lock[] = [];

/** Locks that hold, found by the service that they are on: with hundreds of them, looking at each is what a gate would spend its time on. */
export class StandingLocks {
  private readonly byService = new Map<string | undefined, Lock[]>();

  constructor(readonly all: Lock[]) {
    for (const lock of all) {
      const others = this.byService.get(lock.service);
      if (others) others.push(lock);
      else this.byService.set(lock.service, [lock]);
    }
  }

  /** Those on a service and those on all services, the newest first. */
  on(service: string): Lock[] {
    const own = this.byService.get(service) ?? NONE;
    const everywhere = this.byService.get(undefined) ?? NONE;
    if (everywhere.length === 0) return own;
    return [...own, ...everywhere].sort(newestFirst);
  }
}
