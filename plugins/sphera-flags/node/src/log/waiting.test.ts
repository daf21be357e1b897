import { TOPICS } from '../bus/topics';
import type { Log } from './Log';
import { openLogAgentBus } from './openLogAgentBus';
import { openLogPortalBus } from './openLogPortalBus';
import { UnknownTopicError } from './UnknownTopicError';

/** A log that always fails so. */
function failingLog(error: Error): Log {
  const fail = async () => {
    throw error;
  };
  return { append: fail, read: fail, partitions: fail };
}

/** A clock that waits for nobody, and keeps how long it was asked to wait; it stops doing so after a while. */
function hastyClock(most: number) {
  const waits: number[] = [];
  return {
    waits,
    now: () => 1_000,
    random: () => 0,
    after(milliseconds: number, call: () => void) {
      waits.push(milliseconds);
      if (waits.length < most) setImmediate(call);
      return () => {};
    },
  };
}

describe('A bus whose log is away', () => {
  it('is tried for ever, each time after a longer wait, up to 15 seconds', async () => {
    const clock = hastyClock(7);
    const log = failingLog(new Error('The log does not answer'));
    const bus = openLogPortalBus({ log, topics: TOPICS, clock });
    const heard: unknown[] = [];
    bus.onState(state => heard.push(state));
    bus.start();
    while (clock.waits.length < 7) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(clock.waits).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
    // Seven times the same is one piece of news.
    expect(heard).toEqual([
      { state: 'away', problem: 'The log does not answer', since: 1_000 },
    ]);
    await bus.stop();
  });

  it('is wrong, not away, where the log has no such topic', async () => {
    const clock = hastyClock(1);
    const log = failingLog(new UnknownTopicError(TOPICS.reports));
    const bus = openLogAgentBus({
      log,
      topics: TOPICS,
      clock,
      cluster: 'production-eu',
    });
    await expect(
      bus.sendReports([{ key: 'production-eu', value: '{}' }]),
    ).rejects.toThrow(`There is no topic ${TOPICS.reports}`);
    expect(bus.state).toMatchObject({
      state: 'wrong',
      problem: `There is no topic ${TOPICS.reports}`,
    });
    await bus.stop();
  });
});
