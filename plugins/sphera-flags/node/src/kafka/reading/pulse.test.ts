import { HandClock } from '@sphera/plugin-operations-common/testUtils';
import { Pulse } from './Pulse';

const SECOND = 1_000;

/** Whether it was found dead. */
async function isDead(pulse: Pulse): Promise<boolean> {
  const alive = new Promise<false>(resolve => setImmediate(resolve, false));
  return Promise.race([pulse.stopped.catch(() => true), alive]);
}

describe('a consumer', () => {
  it('that beats lives', async () => {
    const clock = new HandClock();
    const pulse = new Pulse(clock);
    for (let times = 0; times < 20; times += 1) {
      clock.pass(20 * SECOND);
      pulse.beat();
    }
    expect(await isDead(pulse)).toBe(false);
  });

  it('that does nothing for more than a minute is given up', async () => {
    const clock = new HandClock();
    const pulse = new Pulse(clock);
    clock.pass(60 * SECOND);
    expect(await isDead(pulse)).toBe(false);
    clock.pass(20 * SECOND);
    await expect(pulse.stopped).rejects.toThrow('no answer within a minute');
  });

  it('lives while one of several things is being taken', async () => {
    const clock = new HandClock();
    const pulse = new Pulse(clock);
    let release = () => {};
    const long = pulse.busy(
      () =>
        new Promise<void>(resolve => {
          release = resolve;
        }),
    );
    await pulse.busy(async () => {});
    clock.pass(600 * SECOND);
    expect(await isDead(pulse)).toBe(false);
    release();
    await long;
  });

  it('lives while what it was given is being taken, however long that is', async () => {
    const clock = new HandClock();
    const pulse = new Pulse(clock);
    let release = () => {};
    const work = pulse.busy(
      () =>
        new Promise<void>(resolve => {
          release = resolve;
        }),
    );
    clock.pass(600 * SECOND);
    release();
    await work;
    clock.pass(30 * SECOND);
    expect(await isDead(pulse)).toBe(false);
    clock.pass(60 * SECOND);
    expect(await isDead(pulse)).toBe(true);
  });

  it('that was ended is not looked at any more', async () => {
    const clock = new HandClock();
    const pulse = new Pulse(clock);
    pulse.end();
    clock.pass(600 * SECOND);
    expect(await isDead(pulse)).toBe(false);
  });
});
