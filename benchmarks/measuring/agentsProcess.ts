import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { FlagFile, startAgent } from '@sphera/flag-agent';
import { openKafkaAgentBus, TOPICS } from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-common';
import type { AgentsWanted } from './startAgents';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** The agents of all clusters, and beside them as many bare consumers, in a process of their own. */
process.once('message', async (wanted: AgentsWanted) => {
  const folder = await mkdtemp(join(tmpdir(), 'sphera-agents-'));
  process.once('disconnect', () => {
    void rm(folder, { recursive: true }).finally(() => process.exit());
  });
  await startBareEchoes(wanted);
  for (const cluster of wanted.clusters) {
    // As in a cluster of its own: nobody else's files are beside it.
    await mkdir(join(folder, cluster));
    const bus = openKafkaAgentBus({
      settings: { brokers: wanted.brokers, clientId: 'sphera' },
      topics: TOPICS,
      clock: systemClock,
      logger: QUIET,
      cluster,
    });
    startAgent({
      cluster,
      bus,
      flags: new FlagFile(join(folder, cluster, 'flags.json'), systemClock),
      clock: systemClock,
      newId: randomUUID,
      logger: QUIET,
      version: '0.1.0',
      // Once: what is measured is how they follow.
      heartbeatEvery: 3_600_000,
      snapshotEvery: 3_600_000,
    });
  }
  process.send!('started');
});

/** What kafkajs does by itself: consumers of one group, a partition each, which send back what they get. */
async function startBareEchoes({ brokers, clusters, bare }: AgentsWanted) {
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  await Promise.all(
    clusters.map(async () => {
      const consumer = kafka.consumer({ groupId: 'bare-echo' });
      await consumer.connect();
      await consumer.subscribe({ topic: bare.there });
      await consumer.run({
        async eachBatch({ batch: { messages } }) {
          await producer.send({
            topic: bare.back,
            messages: messages.map(({ key, value }) => ({ key, value })),
          });
        },
      });
    }),
  );
}
