// A suite that several test files run: it is a test file only to the linter.
/* eslint-disable jest/no-export */
import { BusAwayError } from '../Bus';
import type { Ends } from './Ends';
import { command, report } from './records';

const EU = 'production-eu';

/** What both ends promise of their end. */
export function describeStopping(ends: () => Ends): void {
  it('gives nothing more once its reading was stopped', async () => {
    const portal = ends().portal();
    const reading = ends().readCommands(ends().agent(EU));
    const other = ends().readCommands(ends().agent(EU));
    await ends().insist(() => portal.sendCommands([command(EU, 'before')]));
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['before']),
    );
    await reading.stop();
    await ends().insist(() => portal.sendCommands([command(EU, 'after')]));
    await ends().eventually(() =>
      expect(other.values(EU)).toEqual(['before', 'after']),
    );
    expect(reading.values(EU)).toEqual(['before']);
  });

  it('stops only when the handler that is at work has ended', async () => {
    const portal = ends().portal();
    await ends().insist(() => portal.sendCommands([command(EU, 'slow')]));
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const agent = ends().agent(EU);
    const reading = ends().readCommands(agent, () => held);
    await ends().eventually(() => expect(reading.offered).toHaveLength(1));
    let isStopped = false;
    const stopping = agent.stop().then(() => {
      isStopped = true;
    });
    await new Promise(resolve => setImmediate(resolve));
    expect(isStopped).toBe(false);
    release();
    await stopping;
    expect(reading.values(EU)).toEqual(['slow']);
  });

  it('sends nothing once it was stopped', async () => {
    const portal = ends().portal();
    const agent = ends().agent(EU);
    await ends().insist(() => agent.sendReports([report(EU, '1')]));
    await Promise.all([portal.stop(), agent.stop()]);
    await expect(
      portal.sendCommands([command(EU, 'late')]),
    ).rejects.toBeInstanceOf(BusAwayError);
    await expect(agent.sendReports([report(EU, '2')])).rejects.toBeInstanceOf(
      BusAwayError,
    );
  });

  it('can be stopped twice', async () => {
    const portal = ends().portal();
    const agent = ends().agent(EU);
    await portal.stop();
    await portal.stop();
    await agent.stop();
    await expect(agent.stop()).resolves.toBeUndefined();
  });
}
