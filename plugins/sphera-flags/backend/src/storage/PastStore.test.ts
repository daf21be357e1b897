import type { FlagDefinition } from '@sphera/plugin-flags-common';
import {
  changeOfTest,
  CLUSTERS,
  creationOfTest,
  FLAG,
  NOON,
  OFF,
  ON,
  rolloutOfTest,
  steps,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const DAY = 86_400_000;
const [EU, US, STAGING] = CLUSTERS;
const page = { limit: 100, offset: 0 };

describeStores('what is over', given => {
  const { changes, past, rollouts, reports } = {
    changes: () => given().stores.changes,
    past: () => given().stores.past,
    rollouts: () => given().stores.rollouts,
    reports: () => given().stores.reports,
  };
  const kept = async (flag?: string) =>
    (await changes().changes({ flag }, page)).map(({ id }) => id).reverse();
  /** Written so many days after the creation, its id. */
  const change = async (
    day: number,
    definition: FlagDefinition | null = ON,
    more: Parameters<typeof changeOfTest>[1] = {},
  ) => {
    const at = NOON + day * DAY;
    const made = { id: `day-${day}`, at, ...more };
    steps(await changes().write([changeOfTest(definition, made)]));
  };
  const forget = (day: number, atLeast = 1) =>
    past().forgetChanges({ before: NOON + day * DAY, atLeast });
  const wantedAfter = async (id: string) =>
    Object.fromEntries((await changes().wantedAfter(FLAG, id)) ?? []);

  beforeEach(async () => {
    steps(await changes().write([creationOfTest(OFF, { id: 'day-0' })]));
  });

  it('is forgotten once it is old enough, of each flag for itself', async () => {
    await changes().write([
      creationOfTest(OFF, { flag: { flag: 'other' }, id: 'other-0' }),
    ]);
    for (let day = 1; day <= 30; day++) await change(day);
    expect(await forget(28)).toBe(28);
    expect(await kept(FLAG)).toEqual(['day-28', 'day-29', 'day-30']);
    expect(await kept('other')).toEqual(['other-0']);
    expect(await forget(28)).toBe(0);
  });

  it('stays, however old, where it is among the last of its flag', async () => {
    for (const day of [1, 2, 3]) await change(day);
    expect(await forget(1_000, 2)).toBe(2);
    expect(await kept()).toEqual(['day-2', 'day-3']);
  });

  it('leaves what a flag can be put back to, also in clusters that did not change since', async () => {
    await change(1, ON, { clusters: [EU] });
    await change(2, null, { clusters: [US] });
    await change(3, OFF, { clusters: [EU] });
    await change(4, ON);
    const before = [await wantedAfter('day-2'), await wantedAfter('day-3')];
    expect(before[0]).toEqual({ [EU]: ON, [US]: null, [STAGING]: OFF });
    expect(await forget(2)).toBe(2);
    expect([await wantedAfter('day-2'), await wantedAfter('day-3')]).toEqual(
      before,
    );
    expect(await changes().wantedAfter(FLAG, 'day-1')).toBeUndefined();
    const rows = await given().knex('flag_steps').where({ flag: FLAG });
    expect(rows).toHaveLength(3 + 1 + 1 + 3 - 1);
  });

  it('keeps what is wanted now, and the revisions go on', async () => {
    for (const day of [1, 2]) await change(day, ON, { clusters: [EU] });
    await forget(1_000);
    await change(3, OFF);
    const cells = await changes().cellsOf(FLAG);
    expect(
      cells.map(({ cluster, wanted }) => [cluster, wanted?.revision]),
    ).toEqual([
      [EU, 4],
      [US, 2],
      [STAGING, 2],
    ]);
  });

  it('is a roll-out that ended and that no change names any more', async () => {
    const seen = {};
    expect(await rollouts().add(rolloutOfTest(), seen)).toBeUndefined();
    await past().forgetRollouts(NOON + DAY);
    expect(await rollouts().get('a-rollout')).toBeDefined();
    const running = (await rollouts().get('a-rollout'))!;
    await rollouts().save({ ...running, state: 'aborted', endedAt: NOON });
    expect(await past().forgetRollouts(NOON)).toBe(0);
    expect(await past().forgetRollouts(NOON + DAY)).toBe(1);
    expect(await rollouts().get('a-rollout')).toBeUndefined();
  });

  it('is a message kept aside that is old, or one of too many', async () => {
    const partition = new PartitionOfTest();
    const eu = new AgentOfTest(EU);
    const odd = { ...eu.acknowledges(1, OFF), flag: 'x'.repeat(201) };
    for (const day of [0, 1, 2, 3]) {
      await reports().take(partition.gives(odd), NOON + day * DAY);
    }
    const count = () => reports().countAsides();
    expect(await count()).toBe(4);
    await past().forgetAsides({ before: NOON + DAY, atMost: 10 });
    expect(await count()).toBe(3);
    await past().forgetAsides({ before: NOON, atMost: 2 });
    expect((await reports().asides(page)).map(({ at }) => at)).toEqual([
      NOON + 3 * DAY,
      NOON + 2 * DAY,
    ]);
  });
});
