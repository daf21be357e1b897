// A suite that several test files run: it is a test file only to the linter.
/* eslint-disable jest/no-export */
import { BusAwayError } from '../Bus';
import type { Ends } from './Ends';
import { command, report } from './records';

const EU = 'production-eu';

/** What both ends promise while the other side is away. */
export function describeAway(ends: () => Ends): void {
  const cut = () => ends().bus.cut!();
  const mend = () => ends().bus.mend!();

  it('connects once the other side comes, where it was started before', async () => {
    await cut();
    const portal = ends().portal();
    const agent = ends().agent(EU);
    const commands = ends().readCommands(agent);
    const reports = ends().readReports(portal);
    await ends().eventually(() => {
      expect(portal.state).toMatchObject({
        state: 'away',
        problem: expect.any(String),
      });
      expect(agent.state).toMatchObject({
        state: 'away',
        problem: expect.any(String),
      });
    });
    await mend();
    await ends().eventually(() => {
      expect(portal.state.state).toBe('connected');
      expect(portal.state.problem).toBeUndefined();
      expect(agent.state.state).toBe('connected');
    });
    await ends().insist(() => portal.sendCommands([command(EU, 'hello')]));
    await ends().insist(() => agent.sendReports([report(EU, 'hello')]));
    await ends().eventually(() => {
      expect(new Set(commands.values(EU))).toEqual(new Set(['hello']));
      expect(new Set(reports.values(EU))).toEqual(new Set(['hello']));
    });
  });

  it('says so to whoever sends, and sends again once it is back', async () => {
    const portal = ends().portal();
    const agent = ends().agent(EU);
    const reading = ends().readCommands(agent);
    await ends().insist(() => portal.sendCommands([command(EU, '1')]));
    await ends().eventually(() => expect(reading.values(EU)).toEqual(['1']));
    await cut();
    await expect(
      portal.sendCommands([command(EU, '2')]),
    ).rejects.toBeInstanceOf(BusAwayError);
    await expect(agent.sendReports([report(EU, '2')])).rejects.toBeInstanceOf(
      BusAwayError,
    );
    await ends().eventually(() => expect(portal.state.state).toBe('away'));
    await mend();
    await ends().insist(() => portal.sendCommands([command(EU, '3')]));
    await ends().eventually(() => expect(reading.values(EU)).toContain('3'));
  });

  it('goes on reading where it was once the other side is back', async () => {
    const portal = ends().portal();
    const reading = ends().readCommands(ends().agent(EU));
    await ends().insist(() => portal.sendCommands([command(EU, '1')]));
    await ends().eventually(() => expect(reading.values(EU)).toEqual(['1']));
    await cut();
    await mend();
    await ends().insist(() => portal.sendCommands([command(EU, '2')]));
    await ends().eventually(() =>
      expect([...new Set(reading.values(EU))]).toEqual(['1', '2']),
    );
  });

  it('tells who listens when it is away and when it is back', async () => {
    const heard: string[] = [];
    const portal = ends().portal();
    portal.onState(({ state }) => heard.push(state));
    ends().readReports(portal);
    await ends().eventually(() => expect(portal.state.state).toBe('connected'));
    await cut();
    await ends().eventually(() => expect(heard.at(-1)).toBe('away'));
    await mend();
    await ends().eventually(() => expect(heard.at(-1)).toBe('connected'));
  });

  it('can be stopped while it is away', async () => {
    const portal = ends().portal();
    const agent = ends().agent(EU);
    ends().readCommands(agent);
    ends().readReports(portal);
    await ends().eventually(() => expect(portal.state.state).toBe('connected'));
    await cut();
    await portal.stop();
    await expect(agent.stop()).resolves.toBeUndefined();
    await mend();
  });
}
