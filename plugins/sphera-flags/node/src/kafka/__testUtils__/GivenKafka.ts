import { type KafkaWish, RealKafka } from '@sphera/dev-fleet';

const given = process.env.SPHERA_TEST_KAFKA_BROKERS;

/** Suites that kill brokers, or want some of another kind, are skipped where brokers were given: those are not ours. */
export const describeOwnKafka = given ? describe.skip : describe;

/** The Kafka of a suite: brokers that were given, else some of its own. */
export interface GivenKafka {
  brokers: string[];
  /** Absent: it is not ours to kill. */
  own?: RealKafka;
  stop(): Promise<void>;
}

/** @throws Error where none is given and none can be started */
export async function givenKafka(wish: KafkaWish = {}): Promise<GivenKafka> {
  if (given) return { brokers: given.split(','), async stop() {} };
  const own = await RealKafka.start(wish);
  return { brokers: own.brokers, own, stop: () => own.stop() };
}
