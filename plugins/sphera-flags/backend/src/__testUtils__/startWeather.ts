import { openLogAgentBus, TOPICS } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { DisturbedLog } from './DisturbedLog';
import { RealAgent } from './RealAgent';
import { CLUSTERS } from './settings';
import { type FlagsPortal, logOfTest, startFlags } from './startFlags';
import { TestClock } from './TestClock';

/** Portal and agents of a test, with weather between them. */
export type Weather = Awaited<ReturnType<typeof startWeather>>;

/** Replicas of the portal on one database, and a real agent in each cluster; both ends of the log can be disturbed. */
export async function startWeather({
  database,
  replicas = 1,
  config,
}: {
  database: Knex;
  replicas?: number;
  /** Below `sphera.flags`. */
  config?: object;
}) {
  const clock = new TestClock();
  const log = logOfTest(clock);
  const wayOut = new DisturbedLog(log);
  const wayBack = new DisturbedLog(log);
  const portals: FlagsPortal[] = [];
  // One after the other, as a roll-out does: both migrate the same tables.
  for (let n = 0; n < replicas; n++) {
    const given = { database, clock, config, log: wayOut, answering: [] };
    portals.push(await startFlags(given));
  }
  const agents = new Map<string, RealAgent>();
  for (const cluster of CLUSTERS) {
    const openBus = () =>
      openLogAgentBus({ log: wayBack, topics: TOPICS, cluster, clock });
    const agent = await RealAgent.make(cluster, clock, openBus);
    agents.set(cluster, agent);
    agent.start();
  }

  return {
    clock,
    /** Between the portal and the log. */
    wayOut,
    /** Between the log and the agents. */
    wayBack,
    portals,
    portal: portals[0],
    agents: [...agents.values()],
    agent: (cluster: string) => agents.get(cluster)!,
    /** Both ends find another, empty log. */
    emptyLog() {
      const next = logOfTest(clock);
      wayOut.log = next;
      wayBack.log = next;
    },
    /** Lets time pass, step by step, until something holds. */
    async passUntil(holds: () => Promise<void>): Promise<void> {
      await eventually(async () => {
        // Shorter than the turn is had: it would pass on else.
        clock.leap(1_000);
        await holds();
      }, 30_000);
    },
    async stop() {
      for (const agent of agents.values()) await agent.remove();
      for (const portal of portals) await portal.stop();
    },
  };
}
