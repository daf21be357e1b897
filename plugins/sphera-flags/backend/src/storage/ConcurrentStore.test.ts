import {
  changeOfTest,
  creationOfTest,
  NOON,
  OFF,
  ON,
  steps,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const FLAGS = ['a', 'b', 'c', 'd'];
const CLUSTERS = Array.from({ length: 10 }, (_, n) => `cluster-${n}`);
const ROUNDS = 6;

describeStores('people, relays and clusters at the same time', given => {
  it('are never in each other’s way for good, and nothing of any of them is lost', async () => {
    const { changes, outbox, reports } = given().stores;
    for (const flag of FLAGS) {
      await changes.write([
        creationOfTest(OFF, { flag: { flag }, clusters: CLUSTERS }),
      ]);
    }
    let isOver = false;

    /** Everybody changes each flag, and two of them mend whole clusters. */
    const person = async (name: string) => {
      for (let round = 0; round < ROUNDS; round++) {
        const written = FLAGS.map((flag, nth) =>
          changeOfTest(round % 2 ? ON : OFF, {
            id: `${name}-${round}-${nth}`,
            flag: { flag },
            clusters: CLUSTERS,
          }),
        );
        steps(
          await changes.write(name === 'one' ? written.reverse() : written),
        );
      }
    };
    const sentKeys = new Map<string, number[]>();
    const relay = async () => {
      for (;;) {
        const wasOver = isOver;
        const waiting = await outbox.next(40);
        for (const { record } of waiting) {
          const { revision } = JSON.parse(record.value);
          sentKeys.set(record.key, [
            ...(sentKeys.get(record.key) ?? []),
            revision,
          ]);
        }
        await outbox.sent(waiting, NOON);
        if (waiting.length === 0) {
          if (wasOver) return;
          await new Promise(resolve => setTimeout(resolve, 2));
        }
      }
    };
    const partitions = [new PartitionOfTest(0), new PartitionOfTest(1)];
    const agents = CLUSTERS.map(cluster => new AgentOfTest(cluster));
    const replica = async (nth: number) => {
      const own = agents.filter((_, at) => at % 2 === nth);
      for (let revision = 1; revision <= 2 * ROUNDS + 1; revision++) {
        const said = own.flatMap(agent =>
          FLAGS.map(flag =>
            agent.acknowledges(revision, revision % 2 ? OFF : ON, { flag }),
          ),
        );
        await reports.take(partitions[nth].gives(...said), NOON);
        const shown = own.map(agent =>
          agent.shows(
            [{ flag: `${nth}-${revision}`, revision: null, definition: ON }],
            { after: '0', upTo: '9' },
          ),
        );
        await reports.take(partitions[nth].gives(...shown), NOON);
      }
    };

    const sending = relay();
    await Promise.all([person('one'), person('two'), replica(0), replica(1)]);
    isOver = true;
    await sending;

    const last = 1 + 2 * ROUNDS;
    for (const flag of FLAGS) {
      const cells = await changes.cellsOf(flag);
      expect(cells).toHaveLength(CLUSTERS.length);
      for (const { wanted } of cells) {
        expect(wanted).toMatchObject({ revision: last });
      }
    }
    const inOrder = Array.from({ length: last }, (_, n) => n + 1);
    for (const revisions of sentKeys.values()) {
      expect(revisions).toEqual(inOrder);
    }
    expect(sentKeys.size).toBe(FLAGS.length * CLUSTERS.length);
    expect(await outbox.size()).toEqual({ queued: 0 });
    expect(await outbox.oldestAt()).toBeUndefined();
    expect(await changes.countChanges({})).toBe(
      FLAGS.length * (1 + 2 * ROUNDS),
    );
  });
});
