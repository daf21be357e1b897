import type { logCreator } from 'kafkajs';
import type { BusLogger } from '../KafkaBusOptions';

/**
 * What kafkajs has to say goes to our log as details, and its sentence alone: beside it are stacks, requests and what a
 * handler threw. How Kafka stands is said by ourselves, once.
 */
export function logTo(logger: BusLogger): logCreator {
  return () =>
    ({ namespace, log }) =>
      logger.debug(`kafkajs, ${namespace || 'client'}: ${log.message}`);
}
