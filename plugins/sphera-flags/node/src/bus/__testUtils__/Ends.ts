import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { AgentBus, PortalBus, ReceivedRecord, Running } from '../Bus';
import type { BusTraits, BusUnderTest } from './BusUnderTest';
import { Reading } from './Reading';

/** In milliseconds; a machine may be many times slower than the one on which a test was written. */
export const PATIENCE = 50_000;

/** The ends that a test opens, and what they receive; all are stopped after it. */
export class Ends {
  #open: Array<{ stop(): Promise<void> }> = [];
  readonly patience: number;

  constructor(readonly bus: BusUnderTest, traits: BusTraits) {
    this.patience = traits.patience ?? PATIENCE;
  }

  /** A started portal. */
  portal(): PortalBus {
    const portal = this.bus.openPortal();
    this.#open.push(portal);
    portal.start();
    return portal;
  }

  agent(cluster: string): AgentBus {
    const agent = this.bus.openAgent(cluster);
    this.#open.push(agent);
    return agent;
  }

  /** What an agent receives from now on; `onBatch` may throw. */
  readCommands(
    agent: AgentBus,
    onBatch?: (records: ReceivedRecord[]) => Promise<void> | void,
  ): Reading {
    return new Reading(reading =>
      agent.readCommands({
        async onBatch(records, isCaughtUp) {
          reading.offered.push(records);
          await onBatch?.(records);
          reading.take(records, isCaughtUp);
        },
      }),
    );
  }

  /** What a portal receives from now on; `onBatch` may throw. */
  readReports(
    portal: PortalBus,
    {
      startAt = async () => undefined,
      onBatch,
    }: {
      startAt?: (
        topic: string,
        partition: number,
      ) => Promise<bigint | undefined>;
      onBatch?: (records: ReceivedRecord[]) => Promise<void> | void;
    } = {},
  ): Reading {
    return new Reading(
      (reading): Running =>
        portal.readReports({
          startAt,
          async onBatch(records) {
            reading.offered.push(records);
            await onBatch?.(records);
            reading.take(records, false);
          },
        }),
    );
  }

  eventually<T>(holds: () => T | Promise<T>): Promise<T> {
    return eventually(holds, this.patience);
  }

  /** Sends again as long as the other side is away. */
  insist(send: () => Promise<void>): Promise<void> {
    return this.eventually(send);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#open.map(one => one.stop()));
    await this.bus.stop();
  }
}
