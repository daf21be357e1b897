import { Kafka, type RetryOptions } from 'kafkajs';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import { accessOf } from './accessOf';
import { letQueuesRest } from './letQueuesRest';
import { logTo } from './logTo';
import { Sockets } from './Sockets';

/**
 * How kafkajs tries again by itself: for some four seconds, so that a new leader is found; then we make everything anew.
 * All is said, since its defaults are others where NODE_ENV is `test`.
 */
export const RETRY: RetryOptions = {
  initialRetryTime: 100,
  multiplier: 2,
  factor: 0.2,
  maxRetryTime: 1_000,
  retries: 6,
};

/** What a way to Kafka is for. */
export interface Purpose {
  /** Whether it is soon said that Kafka is away, since somebody waits for it; else after some four seconds. */
  isUrgent: boolean;
  /** Called when a connection ended that we did not end. */
  onLost(): void;
}

/** A way to Kafka for one purpose, which can be cut. */
export interface KafkaClient {
  kafka: Kafka;
  /** Ends all connections at once, whatever waits on them, and makes no others. */
  cut(): void;
}

/** Makes a new one each time. */
export type Connect = (purpose: Purpose) => KafkaClient;

/** Ways to the Kafka of these settings; nothing is connected yet. */
export function connectTo({
  settings,
  logger,
}: Pick<KafkaBusOptions, 'settings' | 'logger'>): Connect {
  letQueuesRest();
  return ({ isUrgent, onLost }) => {
    const sockets = new Sockets(onLost);
    // Each of the brokers that are named gets its turn.
    const retries = isUrgent ? settings.brokers.length : RETRY.retries;
    const kafka = new Kafka({
      ...accessOf(settings),
      connectionTimeout: 3_000,
      requestTimeout: 8_000,
      retry: { ...RETRY, retries },
      socketFactory: sockets.make,
      logCreator: logTo(logger),
    });
    return { kafka, cut: () => sockets.cut() };
  };
}
