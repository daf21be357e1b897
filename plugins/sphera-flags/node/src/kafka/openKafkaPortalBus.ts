import type { PortalBus, Running } from '../bus/Bus';
import { type Connect, connectTo } from './client/KafkaClient';
import type { KafkaBusOptions } from './KafkaBusOptions';
import { Health } from './problems/Health';
import { readOnAndOn } from './reading/readOnAndOn';
import { reportsManner } from './reading/reportsManner';
import { commandsPartition } from './sending/commandsPartition';
import { Sender } from './sending/Sender';
import { watchTopics } from './topics/watchTopics';
import { wantedTopics } from './topics/WantedTopic';

/** What the portal's end of Kafka needs. */
export interface KafkaPortalOptions extends KafkaBusOptions {
  /** How many partitions the topics have. */
  partitions: number;
  /** How many copies topics get that we make. */
  replicas: number;
  /** Whether topics are made that are missing. */
  createTopics: boolean;
}

/** The portal's end of Kafka. */
export function openKafkaPortalBus(
  options: KafkaPortalOptions,
  connect: Connect = connectTo(options),
): PortalBus {
  const { topics, settings, partitions } = options;
  const health = new Health(options);
  const stopping = new AbortController();
  const running: Running[] = [];
  const parts = { ...options, connect, health, around: stopping.signal };
  const sender = new Sender({
    ...parts,
    topic: topics.commands,
    partitionOf: commandsPartition(topics.commands, partitions),
  });

  return {
    start() {
      running.push(watchTopics({ ...parts, wanted: wantedTopics(options) }));
    },

    sendCommands: records => sender.send(records),

    readReports(reader) {
      const group = `${settings.clientId}-portal`;
      const topic = topics.reports;
      const { logger } = options;
      const one = readOnAndOn({
        ...parts,
        groups: group,
        newManner: () => reportsManner({ topic, group, reader, logger }),
      });
      running.push(one);
      return one;
    },

    get state() {
      return health.state;
    },

    onState: listener => health.onState(listener),

    async stop() {
      stopping.abort();
      await Promise.all([sender.stop(), ...running.map(one => one.stop())]);
    },
  };
}
