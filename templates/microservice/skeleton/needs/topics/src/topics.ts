import { setTimeout as wait } from 'node:timers/promises';
import kafkajs, { type Consumer, type Producer } from 'kafkajs';
import type { Part, Surroundings } from './part.ts';
import { text } from './settings.ts';

/** How long to wait before Kafka is tried again, in milliseconds. */
const PAUSE = 2_000;

/** Apache Kafka. */
export interface Topics extends Part {
  producer: Producer;
  /** A consumer of a group; disconnect it in `stop` of the part that asked for it. */
  consumer(groupId: string): Consumer;
}

/** `KAFKA_BROKERS` (`one:9092,two:9092`), `KAFKA_USER` and `KAFKA_PASSWORD` (none: without encryption and password). */
export function connectTopics({ env, log }: Surroundings): Topics {
  const { KAFKA_USER: username, KAFKA_PASSWORD: password } = env;
  const kafka = new kafkajs.Kafka({
    clientId: '${{ values.name }}',
    brokers: text(env, 'KAFKA_BROKERS').split(','),
    ...(username && password && { ssl: true, sasl: { mechanism: 'scram-sha-512', username, password } }),
    // Connecting is tried again below, so that a stop need not wait for it.
    retry: { retries: 1, initialRetryTime: 100 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => entry => log.warn({ broker: entry.log.broker }, entry.log.message),
  });
  const producer = kafka.producer({ idempotent: true, retry: { retries: 10 } });
  const stopping = new AbortController();
  let connecting: Promise<void> | undefined;
  let isConnected = false;
  producer.on('producer.connect', () => (isConnected = true));
  producer.on('producer.disconnect', () => (isConnected = false));

  async function connect(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        return await producer.connect();
      } catch (error) {
        log.warn({ err: error }, 'Kafka does not answer');
        await wait(PAUSE, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    producer,
    consumer: groupId => kafka.consumer({ groupId }),
    async start() {
      connecting = connect();
    },
    async check() {
      if (!isConnected) throw new Error('Kafka is not connected');
    },
    async stop() {
      stopping.abort();
      await connecting;
      await producer.disconnect();
    },
  };
}
