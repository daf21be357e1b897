import { FlagsMemory } from '../reading/memory/FlagsMemory';
import {
  changeOfTest,
  CLUSTERS,
  creationOfTest,
  NOON,
  OFF,
  ON,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';
import type { CellMark } from './FlagStore';

const EU = 'production-eu';

describeStores('flags for a memory that follows', given => {
  it('are told from a moment on', async () => {
    const { followed } = given().stores;
    await given().stores.changes.write([creationOfTest(OFF)]);
    const at = NOON + 60_000;
    await given().stores.changes.write([
      changeOfTest(ON, { clusters: [EU], at }),
    ]);
    expect(await followed.flagsSince(at)).toHaveLength(1);
    expect(await followed.flagsSince(at + 1)).toEqual([]);
    const cells = await followed.cellsSince(at, () => false);
    expect(cells.map(({ cluster }) => cluster)).toEqual([EU]);
    expect(await followed.cellsSince(NOON, () => false)).toHaveLength(3);
  });

  it('are told but for those that are known as they are', async () => {
    const { followed } = given().stores;
    await given().stores.changes.write([creationOfTest(OFF)]);
    const memory = new FlagsMemory(CLUSTERS);
    const follow = async () => {
      const isKnown = (mark: CellMark) => memory.has(mark);
      const cells = await followed.cellsSince(0, isKnown);
      memory.take({ cells, agents: [] });
      return cells.map(({ cluster }) => cluster);
    };
    expect(await follow()).toHaveLength(3);
    expect(await follow()).toEqual([]);
    await given().stores.changes.write([changeOfTest(ON, { clusters: [EU] })]);
    expect(await follow()).toEqual([EU]);
    const agent = new AgentOfTest(EU);
    const partition = new PartitionOfTest();
    for (const report of [
      agent.refuses(2, 'no'),
      agent.acknowledges(2, ON),
      agent.shows([{ revision: 1, definition: OFF }]),
      agent.shows([{ revision: 1, definition: ON }]),
      agent.shows([]),
    ]) {
      // Each in the moment of the one before.
      await given().stores.reports.take(partition.gives(report), NOON);
      expect(await follow()).toEqual([EU]);
      expect(await follow()).toEqual([]);
    }
  });
});
