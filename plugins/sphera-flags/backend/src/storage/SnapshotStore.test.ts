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
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const EU = 'production-eu';
const LATER = NOON + 5_000;

describeStores('a snapshot', given => {
  let partition: PartitionOfTest;
  let eu: AgentOfTest;
  const take = (...reports: Parameters<PartitionOfTest['gives']>) =>
    given().stores.reports.take(partition.gives(...reports), LATER);
  const cells = async () => {
    const found = await given().stores.changes.cellsIn(EU);
    return new Map(found.map(cell => [cell.flag, cell]));
  };
  const cell = async (flag = FLAG) => (await cells()).get(flag);
  const resend = () =>
    given().stores.outbox.resend({
      now: LATER,
      afterMs: 60_000,
      heardSince: 0,
      limit: 10,
    });
  const sendAll = async () => {
    const { outbox } = given().stores;
    const waiting = await outbox.next(100);
    await outbox.sent(waiting, NOON);
    return waiting.map(({ record }) => record.key);
  };

  beforeEach(async () => {
    partition = new PartitionOfTest();
    eu = new AgentOfTest(EU);
    for (const flag of [FLAG, 'old-footer', 'search']) {
      const clusters = [EU, 'staging-eu'];
      await given().stores.changes.write([
        creationOfTest(OFF, { flag: { flag }, clusters, id: flag }),
      ]);
      await sendAll();
    }
  });
  const acknowledgeAll = () =>
    take(
      eu.acknowledges(1, OFF),
      eu.acknowledges(1, OFF, { flag: 'old-footer' }),
      eu.acknowledges(1, OFF, { flag: 'search' }),
    );
  const inStep = (flag: string) => ({ flag, revision: 1, definition: OFF });
  const all = [FLAG, 'old-footer', 'search'].map(inStep);

  it('that says what is known already changes nothing', async () => {
    await acknowledgeAll();
    expect(await take(eu.shows(all))).toEqual([]);
    expect(await resend()).toBe(0);
  });

  it('shows what was changed by hand, and that is left as it is', async () => {
    await acknowledgeAll();
    const edited = { revision: 1, definition: ON, tells: true };
    const changed = await take(eu.shows([edited, ...all.slice(1)]));
    expect(changed).toEqual([{ flag: FLAG, cluster: EU }]);
    expect((await cell())?.reported).toMatchObject({
      revision: 1,
      fingerprint: fingerprintOf(ON),
      definition: ON,
    });
    expect(await resend()).toBe(0);
  });

  it('shows flags that nobody wants there', async () => {
    const stray = { flag: 'stray', revision: 4, definition: ON, tells: true };
    await take(eu.shows([...all, stray]));
    expect(await cell('stray')).toMatchObject({
      reported: { revision: 4, definition: ON },
    });
    expect(await cell('stray')).not.toHaveProperty('wanted');
    await take(eu.shows(all));
    expect(await cell('stray')).toMatchObject({
      reported: { revision: null, fingerprint: null },
    });
  });

  it('that shows an older revision than was acknowledged has the wish sent again at once', async () => {
    const { changes } = given().stores;
    await changes.write([changeOfTest(ON, { clusters: [EU] })]);
    await sendAll();
    await acknowledgeAll();
    await take(eu.acknowledges(2, ON));
    const restored = new AgentOfTest(EU, 'restored');
    await take(restored.shows(all));
    expect(await cell()).toMatchObject({
      answer: { outcome: 'acknowledged' },
      reported: { revision: 1 },
    });
    expect(await resend()).toBe(1);
    expect(await sendAll()).toEqual([`${EU}/${FLAG}`]);
    await take(restored.acknowledges(2, ON));
    expect((await cell())?.reported).toMatchObject({ revision: 2 });
    expect(
      await given().stores.outbox.resend({
        now: LATER + 86_400_000,
        afterMs: 60_000,
        heardSince: 0,
        limit: 10,
      }),
    ).toBe(0);
  });

  it('that lacks what was acknowledged has it sent again', async () => {
    await acknowledgeAll();
    await take(new AgentOfTest(EU, 'emptied').shows([]));
    expect((await cell())?.reported).toMatchObject({
      revision: null,
      fingerprint: null,
    });
    expect(await resend()).toBe(3);
    expect(await resend()).toBe(0);
  });

  it('says nothing of a wish that is still on its way', async () => {
    await take(eu.shows([]));
    expect(await cell()).not.toHaveProperty('answer');
    expect(await resend()).toBe(0);
  });

  it('that shows the wanted revision is as good as an acknowledgement', async () => {
    await take(eu.shows([inStep(FLAG)]));
    expect((await cell())?.answer).toEqual({
      outcome: 'acknowledged',
      at: LATER,
    });
    const [step] = await given().stores.changes.stepsOf([FLAG]);
    expect(step).toMatchObject({ cluster: EU, answeredAt: LATER });
  });

  it('speaks of its range alone', async () => {
    await acknowledgeAll();
    await take(eu.shows([], { after: FLAG, upTo: 'old-footer' }));
    const gone = [...(await cells()).values()]
      .filter(({ reported }) => reported?.fingerprint === null)
      .map(({ flag }) => flag);
    expect(gone).toEqual(['old-footer']);
    await take(eu.shows([], { after: 'old-footer' }));
    expect((await cell())?.reported?.fingerprint).toBe(fingerprintOf(OFF));
    expect((await cell('search'))?.reported?.fingerprint).toBeNull();
  });

  it('speaks of its cluster alone', async () => {
    const staging = new AgentOfTest('staging-eu');
    await take(staging.acknowledges(1, OFF));
    await take(eu.shows([]));
    const [found] = await given().stores.changes.cellsIn('staging-eu');
    expect(found.reported).toMatchObject({ revision: 1 });
  });

  it('agrees with a removal that was acknowledged', async () => {
    const { changes } = given().stores;
    await changes.write([changeOfTest(null, { clusters: [EU] })]);
    await take(eu.acknowledges(2, null));
    expect((await cell())?.reported).toMatchObject({
      revision: 2,
      fingerprint: null,
    });
    await take(eu.shows(all.slice(1)));
    expect((await cell())?.reported).toMatchObject({ revision: 2 });
    expect((await cell())?.answer?.outcome).toBe('acknowledged');
  });

  it('that was sent before what is known comes too late', async () => {
    const early = eu.shows([]);
    await acknowledgeAll();
    expect(await take(early)).toEqual([]);
    expect((await cell())?.reported).toMatchObject({ revision: 1 });
    expect(await resend()).toBe(0);
  });
});
