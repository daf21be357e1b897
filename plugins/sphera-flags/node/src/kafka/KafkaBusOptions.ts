import type { Clock } from '@sphera/plugin-operations-common';
import type { Topics } from '../bus/topics';
import type { KafkaSettings } from './KafkaSettings';

/** Where a bus says what happens; Backstage's logger is one. It is never given a value of a record, nor a password. */
export interface BusLogger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

/** What both ends of Kafka need. */
export interface KafkaBusOptions {
  settings: KafkaSettings;
  topics: Topics;
  clock: Clock;
  logger: BusLogger;
}
