import { createServer, type Server, type Socket } from 'node:net';
import { freePorts } from '@sphera/dev-fleet';
import { systemClock } from '@sphera/plugin-operations-common';
import {
  eventually,
  HandClock,
} from '@sphera/plugin-operations-common/testUtils';
import { command, report } from '../bus/__testUtils__/records';
import { BusAwayError } from '../bus/Bus';
import { TOPICS } from '../bus/topics';
import { LogOfTest } from './__testUtils__/LogOfTest';
import { openKafkaAgentBus } from './openKafkaAgentBus';
import { openKafkaPortalBus } from './openKafkaPortalBus';

/** Somebody who takes connections and never says a word. */
async function startMute() {
  const sockets = new Set<Socket>();
  const server: Server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    // Read, so that its end is noticed.
    socket.resume();
    socket.on('close', () => sockets.delete(socket));
  });
  const [port] = await freePorts(1);
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    broker: `127.0.0.1:${port}`,
    sockets,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const optionsFor = (broker: string) => ({
  settings: { brokers: [broker], clientId: 'sphera' },
  topics: TOPICS,
  partitions: 4,
  replicas: 1,
  createTopics: false,
  logger: new LogOfTest(),
});

describe('where nobody is', () => {
  it('both ends say so, and at which address', async () => {
    const [port] = await freePorts(1);
    const broker = `127.0.0.1:${port}`;
    const options = { ...optionsFor(broker), clock: systemClock };
    const portal = openKafkaPortalBus(options);
    const agent = openKafkaAgentBus({ ...options, cluster: 'production-eu' });
    const sentence = `Kafka does not answer at ${broker}: the connection is refused`;
    portal.start();
    await expect(
      agent.sendReports([report('production-eu', 'hello')]),
    ).rejects.toThrow(sentence);
    await eventually(() => {
      for (const { state } of [portal, agent]) {
        expect(state).toMatchObject({ state: 'away', problem: sentence });
      }
    });
    await Promise.all([portal.stop(), agent.stop()]);
  });
});

describe('where somebody listens and never answers', () => {
  it('sending ends all the same, and no connection is left', async () => {
    const mute = await startMute();
    const clock = new HandClock();
    const portal = openKafkaPortalBus({ ...optionsFor(mute.broker), clock });
    const sending = portal.sendCommands([command('production-eu', 'hello')]);
    const outcome = sending.catch(error => error);
    await eventually(() => expect(mute.sockets.size).toBeGreaterThan(0));
    clock.pass(10_000);
    const error = await outcome;
    expect(error).toBeInstanceOf(BusAwayError);
    expect(error.message).toBe(
      `Kafka does not answer at ${mute.broker}: no answer within 10 seconds`,
    );
    await eventually(() => expect(mute.sockets.size).toBe(0));
    await portal.stop();
    await mute.stop();
  });
});
