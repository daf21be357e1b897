import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  HttpLog,
  openKafkaPortalBus,
  openLogPortalBus,
  type PortalBus,
} from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../settings/FlagsSettings';

/** What the portal's end of the messages is made from. */
export interface BusParts {
  settings: FlagsSettings;
  clock: Clock;
  logger: LoggerService;
}

/** The portal's end of the messages, as the settings say; `undefined` where they say nothing. */
export function openBus({
  settings,
  clock,
  logger,
}: BusParts): PortalBus | undefined {
  const { transport, topics, partitions, replicas } = settings;
  if (!transport) return undefined;
  if (transport.kind === 'log') {
    const log = new HttpLog({ url: transport.url });
    return openLogPortalBus({ log, topics, clock });
  }
  return openKafkaPortalBus({
    settings: transport.kafka,
    createTopics: transport.createTopics,
    topics,
    partitions,
    replicas,
    clock,
    logger,
  });
}
