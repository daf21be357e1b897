import type { AgentBus, PortalBus } from '../Bus';
import type { Topics } from '../topics';

/** Both ends of one way for messages, its topics new and empty. */
export interface BusUnderTest {
  topics: Topics;
  /** Of each topic. */
  partitions: number;
  /** Another replica's end, not started; the suite stops it. */
  openPortal(): PortalBus;
  /** Another agent's end; the suite stops it. */
  openAgent(cluster: string): AgentBus;
  /** Takes the other side away from all ends; absent: it cannot be away. */
  cut?(): Promise<void>;
  /** Gives it back. */
  mend?(): Promise<void>;
  /** Called when all ends are stopped. */
  stop(): Promise<void>;
}

/** What differs from way to way. */
export interface BusTraits {
  /** Whether replicas share the partitions of reports, or each reads all of them. */
  sharesPartitions: boolean;
  /** How long something may take to happen, in milliseconds. */
  patience?: number;
}
