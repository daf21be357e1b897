import { describeBus } from '../bus/__testUtils__/busContract';
import { busOnKafka } from './__testUtils__/busOnKafka';
import { type GivenKafka, givenKafka } from './__testUtils__/GivenKafka';

let kafka: GivenKafka;
beforeAll(async () => {
  kafka = await givenKafka();
}, 120_000);
afterAll(async () => {
  await kafka?.stop();
});

describeBus('Kafka of one node', () => busOnKafka(kafka), {
  sharesPartitions: true,
  canBeAway: !process.env.SPHERA_TEST_KAFKA_BROKERS,
  patience: 60_000,
});
