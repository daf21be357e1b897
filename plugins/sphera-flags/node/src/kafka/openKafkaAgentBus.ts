import { randomUUID } from 'node:crypto';
import type { AgentBus, Running } from '../bus/Bus';
import { partitionOf } from '../messages/partitionOf';
import { type Connect, connectTo } from './client/KafkaClient';
import type { KafkaBusOptions } from './KafkaBusOptions';
import { Health } from './problems/Health';
import { commandsManner } from './reading/commandsManner';
import { readOnAndOn } from './reading/readOnAndOn';
import { Sender } from './sending/Sender';

/** What the agent's end of Kafka needs. */
export interface KafkaAgentOptions extends KafkaBusOptions {
  cluster: string;
  /** Ends of the names of groups. */
  newId?: () => string;
}

/** The end of one cluster's agent of Kafka. */
export function openKafkaAgentBus(
  options: KafkaAgentOptions,
  connect: Connect = connectTo(options),
): AgentBus {
  const { topics, settings, cluster, newId = randomUUID } = options;
  const health = new Health(options);
  const stopping = new AbortController();
  const running: Running[] = [];
  const parts = { ...options, connect, health, around: stopping.signal };
  const sender = new Sender({
    ...parts,
    topic: topics.reports,
    partitionOf: partitionOf,
  });

  return {
    readCommands(reader) {
      const groups = `${settings.clientId}-agent-${cluster}-`;
      const topic = topics.commands;
      const one = readOnAndOn({
        ...parts,
        groups: `${groups}*`,
        // A group of its own each time: Kafka would keep one that broke down waiting for its dead member.
        newManner: () =>
          commandsManner({ topic, cluster, group: groups + newId(), reader }),
      });
      running.push(one);
      return one;
    },

    sendReports: records => sender.send(records),

    get state() {
      return health.state;
    },

    async stop() {
      stopping.abort();
      await Promise.all([sender.stop(), ...running.map(one => one.stop())]);
    },
  };
}
