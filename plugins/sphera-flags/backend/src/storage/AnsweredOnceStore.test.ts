import {
  changeOfTest,
  creationOfTest,
  FLAG,
  NOON,
  OFF,
  ON,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const EU = 'production-eu';
const LATER = NOON + 5_000;
const LATER_STILL = LATER + 5_000;

describeStores('a wish that a cluster never answered by itself', given => {
  let partition: PartitionOfTest;
  let eu: AgentOfTest;
  const take = (
    report: ReturnType<AgentOfTest['beats']>,
    now = LATER,
  ): Promise<unknown> =>
    given().stores.reports.take(partition.gives(report), now);
  /** When each wish was answered, from the first on. */
  const answers = async (flag = FLAG, cluster = EU) => {
    const { changes } = given().stores;
    const found = await changes.changes({ flag }, { limit: 50, offset: 0 });
    const steps = await changes.stepsOf(found.map(({ id }) => id));
    return steps
      .filter(step => step.cluster === cluster)
      .sort((a, b) => a.revision - b.revision)
      .map(({ answeredAt, refusal }) => refusal ?? answeredAt);
  };

  beforeEach(async () => {
    partition = new PartitionOfTest();
    eu = new AgentOfTest(EU);
    const { changes } = given().stores;
    await changes.write([creationOfTest(OFF)]);
    for (const definition of [ON, OFF, ON]) {
      await changes.write([changeOfTest(definition)]);
    }
  });

  it('is answered by the acknowledgement of a newer one', async () => {
    await take(eu.acknowledges(1, OFF));
    await take(eu.acknowledges(4, ON), LATER_STILL);
    expect(await answers()).toEqual([
      LATER,
      LATER_STILL,
      LATER_STILL,
      LATER_STILL,
    ]);
  });

  it('is looked for once: newer answers have nothing to do with it any more', async () => {
    await take(eu.acknowledges(4, ON));
    const { changes } = given().stores;
    await changes.write([changeOfTest(OFF)]);
    const statements: string[] = [];
    given().knex.on('query', ({ sql }) => statements.push(sql));
    await take(eu.acknowledges(5, OFF));
    const ofSteps = statements.filter(sql => sql.includes('flag_steps'));
    expect(ofSteps).toHaveLength(1);
  });

  it('is answered where the cluster says of another one that it holds a newer', async () => {
    const holds = { outcome: 'overtaken' as const, holds: 3 };
    await take(eu.acknowledges(1, ON, holds));
    expect(await answers()).toEqual([LATER, LATER, undefined, undefined]);
  });

  it('is answered by the refusal of a newer one', async () => {
    await take(eu.refuses(4, 'no'));
    expect(await answers()).toEqual([LATER, LATER, LATER, 'no']);
  });

  it('is answered by a snapshot that has a newer one', async () => {
    await take(eu.shows([{ revision: 3, definition: OFF }]));
    expect(await answers()).toEqual([LATER, LATER, undefined, undefined]);
    await take(eu.shows([{ revision: 4, definition: ON }]), LATER_STILL);
    expect(await answers()).toEqual([LATER, LATER, LATER_STILL, LATER_STILL]);
  });

  it('stays as it was answered once its own answer comes after all', async () => {
    await take(eu.acknowledges(4, ON));
    await take(eu.acknowledges(2, ON, { holds: 4 }), LATER_STILL);
    await take(eu.refuses(3, 'no'), LATER_STILL);
    expect(await answers()).toEqual([LATER, LATER, LATER, LATER]);
  });

  it('stays refused where it was refused', async () => {
    await take(eu.refuses(2, 'no'));
    await take(eu.acknowledges(4, ON), LATER_STILL);
    expect(await answers()).toEqual([LATER, 'no', LATER_STILL, LATER_STILL]);
  });

  it('says nothing of other clusters and flags', async () => {
    const { changes } = given().stores;
    const flag = { flag: 'other' };
    await changes.write([creationOfTest(OFF, { flag })]);
    await changes.write([changeOfTest(ON, { flag })]);
    await take(eu.acknowledges(4, ON));
    expect(await answers('other')).toEqual([undefined, undefined]);
    expect(await answers(FLAG, 'staging-eu')).toEqual(Array(4).fill(undefined));
  });

  it('is answered, too, where a number was left out before the newer one', async () => {
    await take(eu.acknowledges(1, ON, { outcome: 'overtaken', holds: 2_000 }));
    await given().stores.changes.write([changeOfTest(OFF)]);
    await given().stores.changes.write([changeOfTest(ON)]);
    await take(eu.acknowledges(2_002, ON), LATER_STILL);
    expect(await answers()).toEqual([
      LATER,
      LATER,
      LATER,
      LATER_STILL,
      LATER_STILL,
      LATER_STILL,
    ]);
  });
});
