import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { openKafkaAgentBus } from '@sphera/plugin-flags-node';
import knex, { type Knex } from 'knex';
import { RealAgent } from '../RealAgent';
import { CLUSTERS } from '../settings';
import { type FlagsPortal, startFlags } from '../startFlags';
import { TestClock } from '../TestClock';

/** Replicas of the portal and agents of a test, with a real Kafka between them. */
export type Storm = Awaited<ReturnType<typeof startStorm>>;

/** How a portal of a test finds Kafka, below `sphera.flags`; topics and groups are this test's own. */
export function settingsOf(brokers: string[]) {
  const id = `test.${randomUUID().slice(0, 8)}`;
  return {
    transport: { kafka: { brokers, clientId: id } },
    topics: { commands: `${id}.commands`, reports: `${id}.reports` },
    partitions: 3,
    replicas: brokers.length,
    // Wishes that got lost are to be sent again while a test waits.
    resendAfter: 'PT10S',
  };
}

/** Replicas of the portal on one database, each with connections of its own, and a real agent in each cluster. */
export async function startStorm({
  database,
  brokers,
  replicas = 2,
  config = {},
  agents: wanted = CLUSTERS,
}: {
  database: Knex;
  brokers: string[];
  replicas?: number;
  /** Below `sphera.flags`, in place of what it has else. */
  config?: object;
  /** Clusters whose agent runs in this process. */
  agents?: string[];
}) {
  const clock = new TestClock();
  const settings = { ...settingsOf(brokers), ...config };
  const portals: FlagsPortal[] = [];
  const connections: Knex[] = [];
  const startPortal = async () => {
    const own = knex(database.client.config);
    connections.push(own);
    portals.push(
      await startFlags({
        database: own,
        config: settings,
        clock,
        openBus: null,
        answering: [],
      }),
    );
  };
  const stopPortals = () =>
    Promise.all(portals.splice(0).map(portal => portal.stop()));
  // One after the other, as a roll-out does: both migrate the same tables.
  for (let n = 0; n < replicas; n++) await startPortal();
  const agents: RealAgent[] = [];
  for (const cluster of wanted) {
    const openBus = () =>
      openKafkaAgentBus({
        settings: settings.transport.kafka,
        topics: settings.topics,
        cluster,
        clock,
        logger: mockServices.logger.mock(),
      });
    const agent = await RealAgent.make(cluster, clock, openBus);
    agents.push(agent);
    agent.start();
  }

  return {
    clock,
    settings,
    portals,
    get portal() {
      return portals[0];
    },
    agents,
    /** One more replica. */
    startPortal,
    /** All replicas, as where the portal is off for a while. */
    stopPortals,
    async stop() {
      for (const agent of agents) await agent.remove();
      await stopPortals();
      for (const own of connections) await own.destroy();
    },
  };
}
