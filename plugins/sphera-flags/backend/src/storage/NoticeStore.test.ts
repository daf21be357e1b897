import {
  creationOfTest,
  FLAG,
  NOON,
  OFF,
  rolloutOfTest,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const LATER = NOON + 5_000;
const REFUSED = { kind: 'refused', subject: FLAG, tries: 0 };

describeStores('what people are to be told of', given => {
  const notices = () => given().stores.notices;
  const due = (now: number) => notices().due(now, 10);
  let partition: PartitionOfTest;
  let eu: AgentOfTest;
  let us: AgentOfTest;
  const take = (...reports: Parameters<PartitionOfTest['gives']>) =>
    given().stores.reports.take(partition.gives(...reports), LATER);
  beforeEach(async () => {
    partition = new PartitionOfTest();
    eu = new AgentOfTest('production-eu');
    us = new AgentOfTest('production-us');
    await given().stores.changes.write([creationOfTest(OFF)]);
  });

  it('is what a cluster refused, a little later, with what others refuse of the flag', async () => {
    await take(eu.refuses(1, 'It is full'), us.refuses(1, 'It is full'));
    expect(await due(LATER)).toEqual([]);
    expect(await due(LATER + 2_000)).toEqual([{ ...REFUSED, version: 1 }]);
  });

  it('is nothing that was known already, or acknowledged', async () => {
    await take(eu.refuses(1, 'It is full'), us.acknowledges(1, OFF));
    const [notice] = await due(LATER + 2_000);
    await notices().told(notice);
    await take(eu.refuses(1, 'It is full'), us.refuses(1, 'It is full'));
    expect(await due(LATER + 2_000)).toEqual([]);
  });

  it('stays until it was told, also where something new came meanwhile', async () => {
    await take(eu.refuses(1, 'It is full'));
    const [notice] = await due(LATER + 2_000);
    await take(us.refuses(1, 'It is full'));
    await notices().told(notice);
    const [again] = await due(LATER + 2_000);
    expect(again).toEqual({ ...REFUSED, version: 2 });
    await notices().told(again);
    expect(await due(LATER + 2_000)).toEqual([]);
  });

  it('is put off where it cannot be told now', async () => {
    await take(eu.refuses(1, 'It is full'));
    const [notice] = await due(LATER + 2_000);
    await notices().tellAgain(notice, LATER + 9_000);
    expect(await due(LATER + 8_000)).toEqual([]);
    expect(await due(LATER + 9_000)).toMatchObject([{ ...REFUSED, tries: 1 }]);
  });

  it('is a roll-out that stopped, at once', async () => {
    const { rollouts } = given().stores;
    await rollouts.add(rolloutOfTest(), {});
    const running = (await rollouts.get('a-rollout'))!;
    await rollouts.save({ ...running, sentence: 'It goes on' });
    expect(await due(NOON)).toEqual([]);
    const moved = (await rollouts.get('a-rollout'))!;
    await rollouts.save({ ...moved, state: 'stopped' });
    const stopped = { kind: 'stopped', subject: 'a-rollout' };
    expect(await due(NOON)).toMatchObject([stopped]);
  });
});
