import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest } from '../__testUtils__/AgentOfTest';
import { CutLog } from '../__testUtils__/CutLog';
import { OFF, ON } from '../__testUtils__/definitions';
import { PlaceOfTest } from '../__testUtils__/PlaceOfTest';

jest.setTimeout(120_000);

const KEPT = 20_000;
const REVISIONS = 50;
const names = Array.from({ length: 420 }, (_, at) => `flag-${at + 100}`);

let agent: AgentOfTest;
beforeEach(async () => {
  agent = await AgentOfTest.make();
});
afterEach(async () => agent.remove());

describe('Reports that nobody takes', () => {
  it('are kept up to 20,000; the oldest are dropped, and a snapshot tells what has become of them', async () => {
    const { portal } = agent;
    const line = new CutLog(portal.log);
    const running = agent.start({ flags: new PlaceOfTest() }, line);
    await eventually(async () =>
      expect(await portal.reports('snapshot')).toHaveLength(1),
    );
    const before = await portal.reports();

    line.isSendingCut = true;
    for (let revision = 1; revision <= REVISIONS; revision++) {
      await portal.wishAll(names, revision, revision % 2 ? ON : OFF);
      await eventually(() =>
        expect(running.state().counts.applied).toBe(revision * names.length),
      );
    }
    const { keptReports, droppedReports } = running.state();
    // Besides what waits there is what it is trying to send.
    expect(keptReports).toBeGreaterThanOrEqual(KEPT);
    expect(keptReports).toBeLessThanOrEqual(KEPT + 1_000);
    expect(droppedReports).toBeGreaterThan(0);
    expect(agent.logged.filter(line_ => /dropped/.test(line_))).toEqual([
      'More than 20000 reports wait to be sent: the oldest are dropped, and a snapshot will tell what has become of them',
    ]);

    line.isSendingCut = false;
    await eventually(() => expect(running.state().keptReports).toBe(0));
    const last = names.map(flag => `${flag} ${REVISIONS} applied`);
    const answers = await portal.answers();
    expect(answers.slice(-names.length)).toEqual(last);
    expect(answers).toHaveLength(REVISIONS * names.length - droppedReports);
    await eventually(async () => {
      const [, snapshot] = await portal.reports('snapshot');
      expect(
        snapshot?.flags.map(({ flag, revision }) => [flag, revision]),
      ).toEqual(names.map(flag => [flag, REVISIONS]));
    });
    const sequences = (await portal.reports())
      .slice(before.length)
      .map(({ sequence }) => sequence);
    expect(sequences).toEqual(
      sequences.map((_, at) => before.at(-1)!.sequence + 1 + at),
    );
  });
});
