import {
  HttpLog,
  openKafkaAgentBus,
  openLogAgentBus,
  type AgentBus,
} from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { AgentLogger } from '../AgentLogger';
import type { AgentSettings } from './AgentSettings';

/** The agent's end of Kafka, or of a laptop's log. */
export function openBus(
  { cluster, topics, transport }: AgentSettings,
  clock: Clock,
  logger: AgentLogger,
): AgentBus {
  if ('log' in transport) {
    const log = new HttpLog({ url: transport.log });
    return openLogAgentBus({ log, topics, clock, cluster });
  }
  const settings = transport.kafka;
  return openKafkaAgentBus({ settings, topics, cluster, clock, logger });
}
