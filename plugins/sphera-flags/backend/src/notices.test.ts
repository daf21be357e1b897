import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { createInStep, setFlag } from './__testUtils__/flagging';
import {
  type FlagsPortal,
  logOfTest,
  startFlags,
} from './__testUtils__/startFlags';
import { TestClock } from './__testUtils__/TestClock';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const flag = 'new-checkout';

/** How many flags a cluster refused. */
const refused = async ({ dana }: FlagsPortal) =>
  (await answered(dana, 'list-flags')).counts.refused;

/** What owners were told by now, and a second later. */
function titlesOf({ clock, notifications }: FlagsPortal): string[] {
  clock.leap(1_000);
  return notifications.map(({ payload }) => payload.title);
}

describe('owners', () => {
  let portal: FlagsPortal;
  let startAnother: () => Promise<FlagsPortal>;
  beforeEach(async () => {
    const clock = new TestClock();
    const log = logOfTest(clock);
    const database = await databases.init('SQLITE_3');
    startAnother = () => startFlags({ clock, log, database, answering: [] });
    portal = await startFlags({ clock, log, database });
    await createInStep(portal, flag);
  });
  afterEach(() => portal.stop());

  it('are told of a refusal once notifications can be sent again', async () => {
    portal.notifying.fails = true;
    portal.cluster('staging-eu').refuse('It is full');
    await setFlag(portal, flag);
    await eventually(async () => expect(await refused(portal)).toBe(1));
    portal.clock.leap(10_000);
    portal.notifying.fails = false;
    await eventually(async () =>
      expect(titlesOf(portal)).toEqual([`staging-eu refused ${flag}`]),
    );
  });

  it('are told of a refusal by another replica where the one that heard it is gone', async () => {
    portal.notifying.fails = true;
    portal.cluster('staging-eu').refuse('It is full');
    await setFlag(portal, flag);
    await eventually(async () => expect(await refused(portal)).toBe(1));
    await portal.stop();
    portal = await startAnother();
    await eventually(async () =>
      expect(titlesOf(portal)).toEqual([`staging-eu refused ${flag}`]),
    );
  });

  it('are told that a roll-out stopped by another replica where the one that stopped it is gone', async () => {
    portal.notifying.fails = true;
    portal.cluster('staging-eu').refuse('It is full');
    await answered(portal.dana, 'start-rollout', {
      flag,
      defaultVariant: 'on',
      reason: 'a test',
    });
    await eventually(async () => {
      const { items } = await answered(portal.dana, 'list-rollouts');
      expect(items).toMatchObject([{ state: 'stopped' }]);
    });
    await portal.stop();
    portal = await startAnother();
    await eventually(async () =>
      expect(titlesOf(portal)).toEqual([
        `The roll-out of ${flag} stopped by itself`,
      ]),
    );
  });
});
