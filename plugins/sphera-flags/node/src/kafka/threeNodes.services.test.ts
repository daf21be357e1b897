import { describeBus } from '../bus/__testUtils__/busContract';
import { busOnKafka } from './__testUtils__/busOnKafka';
import {
  describeOwnKafka,
  type GivenKafka,
  givenKafka,
} from './__testUtils__/GivenKafka';

// Brokers that were given have had their turn in the suite of one node.
describeOwnKafka('with copies', () => {
  let kafka: GivenKafka;
  beforeAll(async () => {
    kafka = await givenKafka({ nodes: 3 });
  }, 120_000);
  afterAll(async () => {
    await kafka?.stop();
  });

  describeBus('Kafka of three nodes', () => busOnKafka(kafka, 3), {
    sharesPartitions: true,
    canBeAway: false,
    patience: 60_000,
  });
});
