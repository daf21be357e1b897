import type { AgentBus, Verifier, Wish } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { AgentLogger } from './AgentLogger';
import type { FlagPlace } from './places/FlagPlace';

/** What an agent is made of. */
export interface AgentOptions {
  /** Whose flags it keeps, as the portal's fleet calls it. */
  cluster: string;
  /** Stays the caller's: it is to be stopped after the agent. */
  bus: AgentBus;
  flags: FlagPlace;
  /** Absent: wishes need no signature. */
  verifier?: Verifier;
  /** Says in one sentence why a wish is not to be held, although flagd could use it. */
  refuse?(wish: Wish): string | undefined;
  clock: Clock;
  newId(): string;
  logger: AgentLogger;
  /** As heartbeats tell it. */
  version: string;
  /** Milliseconds; 5 minutes if absent. */
  snapshotEvery?: number;
  /** Milliseconds; 30 seconds if absent. */
  heartbeatEvery?: number;
}
