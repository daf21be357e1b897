import { fingerprintOf } from '@sphera/plugin-flags-node';
import {
  changeOfTest,
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

describeStores('what clusters report', given => {
  let partition: PartitionOfTest;
  let eu: AgentOfTest;
  const take = (...reports: Parameters<PartitionOfTest['gives']>) =>
    given().stores.reports.take(partition.gives(...reports), LATER);
  const cell = async (cluster = EU, flag = FLAG) =>
    (await given().stores.changes.cellsOf(flag)).find(
      one => one.cluster === cluster,
    );
  const step = async (change: string, cluster = EU) =>
    (await given().stores.changes.stepsOf([change])).find(
      one => one.cluster === cluster,
    );
  const write = (...args: Parameters<typeof changeOfTest>) =>
    given().stores.changes.write([changeOfTest(...args)]);

  beforeEach(async () => {
    partition = new PartitionOfTest();
    eu = new AgentOfTest(EU);
    await given().stores.changes.write([creationOfTest(OFF, { id: 'one' })]);
  });

  it('says who followed, in the cell and in the history', async () => {
    const changed = await take(eu.acknowledges(1, OFF));
    expect(changed).toEqual([{ flag: FLAG, cluster: EU }]);
    expect(await cell()).toMatchObject({
      answer: { outcome: 'acknowledged', at: LATER },
      reported: {
        revision: 1,
        fingerprint: fingerprintOf(OFF),
        at: LATER,
      },
      updatedAt: LATER,
    });
    expect((await cell())?.reported).not.toHaveProperty('definition');
    expect(await step('one')).toMatchObject({ answeredAt: LATER });
    expect(await step('one', 'staging-eu')).not.toHaveProperty('answeredAt');
  });

  it('says who refused, and why; what it has stays', async () => {
    await take(eu.acknowledges(1, OFF));
    await write(ON, { id: 'two' });
    const reason = 'naïve 🚒 "quoted"';
    await take(eu.refuses(2, reason));
    expect(await cell()).toMatchObject({
      answer: { outcome: 'refused', reason, at: LATER },
      reported: { revision: 1, definition: OFF },
    });
    expect(await step('two')).toMatchObject({ refusal: reason });
  });

  it('forgives a refusal once the cluster has it after all', async () => {
    await take(eu.refuses(1, 'no'), eu.acknowledges(1, OFF));
    await take(eu.refuses(1, 'a second time'));
    expect((await cell())?.answer).toEqual({
      outcome: 'acknowledged',
      at: LATER,
    });
    expect(await step('one')).not.toHaveProperty('refusal');
    expect(await step('one')).toMatchObject({ answeredAt: LATER });
  });

  it('answers a change once, by what came first', async () => {
    await take(eu.acknowledges(1, OFF));
    const again = partition.gives(
      eu.acknowledges(1, OFF, { outcome: 'held' }),
      eu.acknowledges(1, OFF, { outcome: 'overtaken', holds: 1 }),
    );
    expect(await given().stores.reports.take(again, LATER + 1)).toEqual([]);
    expect(await step('one')).toMatchObject({ answeredAt: LATER });
  });

  it('answers an older wish in the history alone', async () => {
    await write(ON, { id: 'two' });
    await take(eu.acknowledges(1, OFF));
    expect(await cell()).toMatchObject({
      wanted: { revision: 2 },
      reported: { revision: 1 },
    });
    expect(await cell()).not.toHaveProperty('answer');
    expect(await step('one')).toMatchObject({
      answeredAt: LATER,
      isOvertaken: true,
    });
    expect(await step('two')).not.toHaveProperty('answeredAt');
  });

  it('keeps a refusal where the cluster passed over that wish later', async () => {
    await take(eu.refuses(1, 'no'));
    await write(ON, { id: 'two' });
    await take(
      eu.acknowledges(2, ON),
      eu.acknowledges(1, ON, { outcome: 'overtaken', holds: 2 }),
    );
    expect(await step('one')).toMatchObject({ refusal: 'no' });
  });

  it('is passed over where it was taken before', async () => {
    const first = partition.gives(eu.acknowledges(1, OFF));
    const { reports } = given().stores;
    await reports.take(first, LATER);
    expect(await reports.position(TOPIC, 0)).toBe(1n);
    await write(ON, { id: 'two' });
    const second = partition.gives(eu.acknowledges(2, ON));
    const both = await reports.take([...first, ...second, ...second], LATER);
    expect(both).toHaveLength(1);
    expect(await reports.take(second, LATER + 1)).toEqual([]);
    expect(await reports.position(TOPIC, 0)).toBe(2n);
    expect(await reports.position(TOPIC, 1)).toBeUndefined();
    expect(await reports.take([], LATER)).toEqual([]);
  });

  it('is taken from the start again where its partition was made anew', async () => {
    const { reports } = given().stores;
    await take(eu.beats(), eu.beats());
    await reports.forget(TOPIC, 0);
    expect(await reports.position(TOPIC, 0)).toBeUndefined();
    partition = new PartitionOfTest();
    expect(await take(eu.acknowledges(1, OFF))).toHaveLength(1);
    expect(await reports.position(TOPIC, 0)).toBe(1n);
  });

  it('is taken once by two replicas in the same moment', async () => {
    const batch = partition.gives(eu.acknowledges(1, OFF), eu.beats());
    const aside = {
      ...partition.place(),
      aside: {
        at: NOON,
        topic: TOPIC,
        partition: 0,
        offset: '2',
        reason: 'x',
        text: '',
      },
    };
    const taken = await Promise.all(
      [1, 2, 3].map(() =>
        given().stores.reports.take([...batch, aside], LATER),
      ),
    );
    expect(taken.flat()).toHaveLength(1);
    expect(await given().stores.reports.countAsides()).toBe(1);
  });

  it('is never replaced by what the same run of an agent said earlier', async () => {
    const early = eu.acknowledges(1, OFF);
    await write(ON, { id: 'two' });
    await take(eu.acknowledges(2, ON), early);
    expect((await cell())?.reported).toMatchObject({ revision: 2 });
    expect(await step('one')).toMatchObject({ answeredAt: LATER });
    const restarted = new AgentOfTest(EU, 'another run');
    await take(restarted.acknowledges(3, OFF, { holds: 3 }));
    expect((await cell())?.reported).toMatchObject({ revision: 3 });
  });

  it('of flags and clusters that nobody knows is left alone', async () => {
    const stranger = new AgentOfTest('nowhere');
    const other = { flag: 'other' };
    expect(
      await take(
        stranger.acknowledges(1, OFF),
        stranger.refuses(1, 'no'),
        eu.acknowledges(1, OFF, other),
      ),
    ).toEqual([]);
    expect(await cell(EU, 'other')).toBeUndefined();
  });

  it('gives the next wish a revision above what a cluster holds', async () => {
    await take(eu.acknowledges(1, ON, { outcome: 'overtaken', holds: 41 }));
    await write(OFF, { clusters: [EU] });
    expect((await cell())?.wanted).toMatchObject({ revision: 42 });
  });

  it('tells what a cluster has until it follows', async () => {
    await take(eu.acknowledges(1, OFF));
    await write(ON);
    expect(await cell()).toMatchObject({
      wanted: { definition: ON },
      reported: { revision: 1, definition: OFF },
    });
    await take(eu.acknowledges(2, ON));
    expect((await cell())?.reported).not.toHaveProperty('definition');
  });

  it('has room for hundreds at once', async () => {
    const clusters = Array.from({ length: 600 }, (_, n) => `cluster-${n}`);
    await write(ON, { id: 'two', clusters });
    const agents = clusters.map(cluster => new AgentOfTest(cluster));
    const changed = await take(
      ...agents.map(agent => agent.acknowledges(1, ON)),
      ...agents.map(agent => agent.beats()),
    );
    expect(changed).toHaveLength(600);
    const steps = await given().stores.changes.stepsOf(['two']);
    expect(steps.filter(({ answeredAt }) => answeredAt)).toHaveLength(600);
    expect(await given().stores.followed.agentsSince(0)).toHaveLength(600);
  });
});
