import {
  bool,
  creationOfTest,
  FLAG,
  NOON,
  OFF,
  ON,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import {
  AgentOfTest,
  PartitionOfTest,
  TOPIC,
} from './__testUtils__/reportsOfTest';

const EU = 'production-eu';
const LATER = NOON + 5_000;
const page = { limit: 10, offset: 0 };

describeStores('what clusters report besides', given => {
  let partition: PartitionOfTest;
  let eu: AgentOfTest;
  const take = (...reports: Parameters<PartitionOfTest['gives']>) =>
    given().stores.reports.take(partition.gives(...reports), LATER);
  const cell = async (cluster = EU, flag = FLAG) =>
    (await given().stores.changes.cellsOf(flag)).find(
      one => one.cluster === cluster,
    );

  beforeEach(async () => {
    partition = new PartitionOfTest();
    eu = new AgentOfTest(EU);
    await given().stores.changes.write([creationOfTest(OFF, { id: 'one' })]);
  });

  it('is of agents, too: when they were heard, and what keeps them from writing', async () => {
    const agents = async () => given().stores.followed.agentsSince(0);
    await take(eu.beats('The disk is full'));
    expect(await agents()).toEqual([
      {
        cluster: EU,
        instance: eu.instance,
        sequence: 1,
        heardAt: LATER,
        startedAt: Date.parse('2026-11-28T11:00:00Z'),
        version: '1.0.0',
        flags: 3,
        problem: 'The disk is full',
      },
    ]);
    await take(eu.beats(), eu.shows([]));
    expect((await agents())[0]).toMatchObject({
      sequence: 3,
      snapshotAt: LATER,
    });
    expect((await agents())[0]).not.toHaveProperty('problem');
  });

  it('is kept aside where it cannot be read or kept, and the rest is taken', async () => {
    const odd = { ...eu.acknowledges(1, OFF), flag: 'x'.repeat(201) };
    const huge = { ...eu.acknowledges(1, OFF), holds: 1e300 };
    const unreadable = {
      ...eu.beats(),
      kind: 'unreadable' as const,
      partition: 3,
      offset: '17',
      reason: 'it is no JSON',
    };
    const poison = {
      ...partition.place(),
      aside: {
        at: NOON,
        topic: TOPIC,
        partition: 0,
        offset: '0',
        key: 'k'.repeat(5_000),
        reason: 'r'.repeat(5_000),
        text: '🚒'.repeat(5_000),
      },
    };
    const reports = partition.gives(
      odd as typeof huge,
      huge,
      unreadable as unknown as typeof huge,
      eu.acknowledges(1, OFF),
    );
    const { reports: store } = given().stores;
    expect(await store.take([poison, ...reports], LATER)).toHaveLength(1);
    expect(await store.countAsides()).toBe(4);
    const [one, two, three, four] = await store.asides(page);
    expect(one.reason).toBe(
      'The agent of production-eu could not read the command at offset 17 of partition 3: it is no JSON',
    );
    expect(two.reason).toContain('has a number of more than');
    expect(three.reason).toContain('a flag of more than 200 characters');
    expect(four).toMatchObject({ topic: TOPIC, offset: '0' });
    expect(four.text.length).toBeLessThanOrEqual(2_000);
    expect(await store.asides({ limit: 1, offset: 3 })).toEqual([four]);
    expect((await cell())?.answer?.outcome).toBe('acknowledged');
  });

  it('may hold whatever a cluster has by hand', async () => {
    const strange = bool('on', { targeting: { if: ['🚒', null] } });
    await take(
      eu.shows([
        { revision: null, definition: strange, tells: true },
        { flag: 'Größe / 🚒 %', revision: null, definition: ON },
      ]),
    );
    expect((await cell())?.reported).toMatchObject({
      revision: null,
      definition: strange,
    });
    expect((await cell(EU, 'Größe / 🚒 %'))?.reported).toBeDefined();
  });
});
