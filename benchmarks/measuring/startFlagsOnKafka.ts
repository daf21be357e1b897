import { setTimeout as sleep } from 'node:timers/promises';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  openKafkaPortalBus,
  type PortalBus,
  type ReceivedRecord,
} from '@sphera/plugin-flags-node';
import { Kafka, logLevel } from 'kafkajs';
import { RealKafka } from '../../packages/dev-fleet/src';
import { createFlagsPlugin } from '../../plugins/sphera-flags/backend/src';
import locks from '../../plugins/sphera-locks/backend/src';
import { BareKafka } from './BareKafka';
import { remoteFleet } from './flagClusters';
import { startPortal } from './Portal';
import { services } from './services';
import { startAgents } from './startAgents';

const CLUSTERS = 100;
const PATIENCE_MS = 120_000;
const bareTopics = { there: 'bare.there', back: 'bare.back' };

/** Counts acknowledgements once the portal's database has them. */
class Acknowledged {
  private missing = 0;
  private onAll = () => {};

  async wait(count: number, act: () => Promise<void>): Promise<number> {
    const all = new Promise<void>(resolve => (this.onAll = resolve));
    this.missing = count;
    const begin = performance.now();
    await act();
    await all;
    return performance.now() - begin;
  }

  count(records: ReceivedRecord[]): void {
    this.missing -= records.filter(({ value }) =>
      value?.includes('"kind":"acknowledgement"'),
    ).length;
    if (this.missing === 0) this.onAll();
  }

  /** A bus that tells of what its reader has taken. */
  watching(bus: PortalBus): PortalBus {
    return Object.create(bus, {
      readReports: {
        value: (reader: Parameters<PortalBus['readReports']>[0]) =>
          bus.readReports({
            ...reader,
            onBatch: async records => {
              await reader.onBatch(records);
              this.count(records);
            },
          }),
      },
    });
  }
}

/** A portal, a broker, the agents of 100 clusters, and bare kafkajs on the same broker with as many partitions. */
export async function startFlagsOnKafka() {
  const kafka = await RealKafka.start();
  const { brokers } = kafka;
  await createTopics(brokers);
  const fleet = remoteFleet(CLUSTERS);
  const acknowledged = new Acknowledged();
  const portal = await startPortal({
    features: [
      createFlagsPlugin({
        openBus: ({ settings, clock, logger }) =>
          acknowledged.watching(
            openKafkaPortalBus({
              settings: { brokers, clientId: 'sphera' },
              topics: settings.topics,
              partitions: CLUSTERS,
              replicas: 1,
              createTopics: true,
              clock,
              logger,
            }),
          ),
      }),
      locks,
      catalogServiceMock.factory({ entities: services }),
    ],
    operations: ['sphera-flags:*'],
    fleet,
    // The bus above is in its place.
    sphera: { flags: { transport: { log: 'http://127.0.0.1:9' } } },
  });
  const clusters = fleet.clusters.map(({ name }) => name);
  const agents = await startAgents({ brokers, clusters, bare: bareTopics });
  const bare = new BareKafka(brokers, bareTopics, CLUSTERS);
  await bare.start();

  const ask = async (operation: string, body?: object) => {
    const response = await fetch(
      `${portal.address}/api/sphera-flags/v1/${operation}`,
      {
        method: body ? 'POST' : 'GET',
        headers: { ...portal.headers, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      },
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  await untilHeard(ask);
  return {
    clusters: CLUSTERS,
    bare,
    ask,
    /** Milliseconds from the beginning of an act until so many acknowledgements are in the database. */
    acknowledged: (count: number, act: () => Promise<void>) =>
      acknowledged.wait(count, act),
    async stop() {
      agents.stop();
      await bare.stop();
      await portal.stop();
      await kafka.stop();
    },
  };
}

async function createTopics(brokers: string[]) {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: Object.values(bareTopics).map(topic => ({
      topic,
      numPartitions: CLUSTERS,
    })),
  });
  await admin.disconnect();
}

/** Waits until every agent was heard. */
async function untilHeard(ask: (operation: string) => Promise<any>) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await ask('list-agents?limit=200');
    const heard = items.filter((one: any) => one.snapshotAt).length;
    if (heard === CLUSTERS) return;
    if (Date.now() > deadline) throw new Error(`Only ${heard} were heard`);
    await sleep(200);
  }
}
