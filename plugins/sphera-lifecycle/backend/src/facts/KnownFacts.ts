import type { Fact } from '@sphera/plugin-lifecycle-common';
import type { FactDescription } from '@sphera/plugin-lifecycle-node';

/** What all sources saw of services, answered from memory. */
export interface KnownFacts {
  /** What the sources can tell, by fact id. */
  readonly descriptions: ReadonlyMap<string, FactDescription>;
  /** Facts of one service by id; those that nobody looked at, or could tell, are left out. */
  of(service: string): ReadonlyMap<string, Fact>;
  /** Whether every source could look at a service at least once, or has failed to for a minute. */
  isSeen(service: string): boolean;
  /** Every source looks at one service again, now. Waits half a minute at most; never throws for a source that fails. */
  refresh(service: string): Promise<void>;
  /** Tells when facts of services are other than before, on whichever replica they were looked at. */
  onChange(listener: (services: readonly string[]) => void): void;
}
