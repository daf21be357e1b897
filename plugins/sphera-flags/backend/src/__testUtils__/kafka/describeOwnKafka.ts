/** Suites that kill brokers are skipped where brokers were given: those are not ours. */
export const describeOwnKafka = process.env.SPHERA_TEST_KAFKA_BROKERS
  ? describe.skip
  : describe;
