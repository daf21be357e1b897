import { describeAway } from './awayContract';
import type { BusTraits, BusUnderTest } from './BusUnderTest';
import { describeCommands } from './commandsContract';
import { Ends, PATIENCE } from './Ends';
import { describeReports } from './reportsContract';
import { describeStopping } from './stoppingContract';

/** Everything that the two ends of a bus promise, whatever is between them: one suite for each way. */
export function describeBus(
  name: string,
  start: () => Promise<BusUnderTest>,
  traits: BusTraits & { canBeAway: boolean },
): void {
  describe(`${name}`, () => {
    const { patience = PATIENCE } = traits;
    let current: Ends | undefined;
    const ends = () => current!;

    beforeEach(async () => {
      current = undefined;
      current = new Ends(await start(), traits);
    }, 4 * patience + 30_000);
    afterEach(async () => {
      await current?.stop();
    }, 60_000);

    // A test waits several times, each as long as its patience.
    jest.setTimeout(4 * patience + 60_000);

    describe('commands', () => {
      describeCommands(ends);
    });
    describe('reports', () => {
      describeReports(ends, traits);
    });
    describe('a bus that is stopped', () => {
      describeStopping(ends);
    });
    if (traits.canBeAway) {
      describe('a bus whose other side is away', () => {
        describeAway(ends);
      });
    }
  });
}
