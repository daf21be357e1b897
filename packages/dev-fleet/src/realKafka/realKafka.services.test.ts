import { createConnection } from 'node:net';
import { RealKafka } from './RealKafka';

jest.setTimeout(300_000);

const given = process.env.SPHERA_TEST_KAFKA_BROKERS;

/** Whether somebody listens there. */
async function listens(address: string): Promise<boolean> {
  const [host, port] = address.split(':');
  return new Promise(resolve => {
    const socket = createConnection(Number(port), host);
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

// Brokers that were given are not ours to kill.
(given ? describe.skip : describe)('a Kafka of a test', () => {
  it('listens, is gone when it is killed, and comes back at the same address', async () => {
    const kafka = await RealKafka.start({ nodes: 3 });
    try {
      expect(await Promise.all(kafka.brokers.map(listens))).toEqual([
        true,
        true,
        true,
      ]);
      await kafka.kill(2);
      expect(await Promise.all(kafka.brokers.map(listens))).toEqual([
        true,
        false,
        true,
      ]);
      await kafka.restart(2);
      expect(await listens(kafka.brokers[1])).toBe(true);
    } finally {
      await kafka.stop();
    }
    expect(await Promise.all(kafka.brokers.map(listens))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('that does not start says why', async () => {
    await expect(
      RealKafka.start({ settings: { 'log.flush.interval.messages': 'often' } }),
    ).rejects.toThrow(/often/);
  });

  it('is not to be had without its jars, and says who fetches them', async () => {
    await expect(RealKafka.start({}, {})).rejects.toThrow(
      /SPHERA_TEST_KAFKA_LIBS names no folder .* "npm run test:services"/,
    );
  });
});
