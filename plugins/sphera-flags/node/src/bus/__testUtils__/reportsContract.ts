// A suite that several test files run: it is a test file only to the linter.
/* eslint-disable jest/no-export */
import type { BusTraits } from './BusUnderTest';
import type { Ends } from './Ends';
import { clusterInEach, counted, report } from './records';

const EU = 'production-eu';

/** What both ends promise of reports. */
export function describeReports(
  ends: () => Ends,
  { sharesPartitions }: BusTraits,
): void {
  it('come to the portal in the order in which the agent of a cluster sent them', async () => {
    const reading = ends().readReports(ends().portal());
    const agents = [EU, 'staging-eu'].map(
      cluster => [cluster, ends().agent(cluster)] as const,
    );
    for (const value of counted(1, 20)) {
      for (const [cluster, agent] of agents) {
        await ends().insist(() => agent.sendReports([report(cluster, value)]));
      }
    }
    for (const [cluster] of agents) {
      await ends().eventually(() =>
        expect([...new Set(reading.values(cluster))]).toEqual(counted(1, 20)),
      );
    }
    expect(reading.records.map(({ topic }) => topic)).toContain(
      ends().bus.topics.reports,
    );
  });

  it('come from the start to a portal that knows no position', async () => {
    const agent = ends().agent(EU);
    await ends().insist(() =>
      agent.sendReports([report(EU, '1'), report(EU, '2')]),
    );
    const reading = ends().readReports(ends().portal());
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['1', '2']),
    );
  });

  it('come from the position that the portal knows, whatever was read before', async () => {
    const agent = ends().agent(EU);
    await ends().insist(() =>
      agent.sendReports(counted(1, 6).map(value => report(EU, value))),
    );
    const before = ends().portal();
    const first = ends().readReports(before);
    await ends().eventually(() => expect(first.values(EU)).toHaveLength(6));
    await before.stop();
    const third = first.records[2];
    const second = ends().readReports(ends().portal(), {
      startAt: async (_, partition) =>
        partition === third.partition ? third.offset : undefined,
    });
    await ends().eventually(() =>
      expect(second.values(EU)).toEqual(['3', '4', '5', '6']),
    );
  });

  it('come from the start again where the position was lost', async () => {
    const agent = ends().agent(EU);
    await ends().insist(() => agent.sendReports([report(EU, '1')]));
    const before = ends().portal();
    const first = ends().readReports(before);
    await ends().eventually(() => expect(first.values(EU)).toEqual(['1']));
    await before.stop();
    const second = ends().readReports(ends().portal());
    await ends().eventually(() => expect(second.values(EU)).toEqual(['1']));
  });

  it('are given again where the handler threw, and none is left out', async () => {
    const agent = ends().agent(EU);
    await ends().insist(() =>
      agent.sendReports([report(EU, '1'), report(EU, '2')]),
    );
    let failures = 2;
    const reading = ends().readReports(ends().portal(), {
      onBatch() {
        if (failures-- > 0) throw new Error('The database is away');
      },
    });
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['1', '2']),
    );
    await ends().insist(() => agent.sendReports([report(EU, '3')]));
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['1', '2', '3']),
    );
  });

  it('wait where the position cannot be told, until it can', async () => {
    const agent = ends().agent(EU);
    await ends().insist(() => agent.sendReports([report(EU, '1')]));
    let failures = 2;
    const reading = ends().readReports(ends().portal(), {
      async startAt() {
        if (failures-- > 0) throw new Error('The database is away');
        return undefined;
      },
    });
    await ends().eventually(() => expect(reading.values(EU)).toEqual(['1']));
  });

  it('of all partitions come, from many clusters', async () => {
    const clusters = clusterInEach(ends().bus.partitions);
    const reading = ends().readReports(ends().portal());
    const agent = ends().agent(EU);
    await ends().insist(() =>
      agent.sendReports(clusters.map(cluster => report(cluster, cluster))),
    );
    await ends().eventually(() =>
      expect([...new Set(reading.values())].sort()).toEqual(
        [...clusters].sort(),
      ),
    );
    for (const { partition, key } of reading.records) {
      const [same] = reading.records.filter(
        record => record.partition === partition,
      );
      expect(key).toBe(same.key);
    }
  });

  const who = sharesPartitions ? 'one of two replicas' : 'both of two replicas';
  it(`come to ${who}`, async () => {
    const clusters = clusterInEach(ends().bus.partitions);
    const agent = ends().agent(EU);
    const readings = [1, 2].map(() => ends().readReports(ends().portal()));
    const isShared = () => readings.every(({ records }) => records.length > 0);
    // Replicas find to each other while reports flow.
    await ends().eventually(async () => {
      await agent.sendReports(clusters.map(cluster => report(cluster, 'warm')));
      expect(isShared()).toBe(true);
    });
    const marked = clusters.map(cluster => report(cluster, 'marked'));
    await ends().insist(() => agent.sendReports(marked));
    const received = () =>
      readings.flatMap(({ records }) =>
        records.filter(({ value }) => value === 'marked').map(({ key }) => key),
      );
    const wanted = sharesPartitions ? clusters : [...clusters, ...clusters];
    await ends().eventually(() =>
      expect(received().sort()).toEqual([...wanted].sort()),
    );
  });

  it('all come to the replica that is left where another one stops', async () => {
    const clusters = clusterInEach(ends().bus.partitions);
    const agent = ends().agent(EU);
    const leaving = ends().portal();
    const left = ends().readReports(ends().portal());
    const other = ends().readReports(leaving);
    await ends().eventually(async () => {
      await agent.sendReports(clusters.map(cluster => report(cluster, 'warm')));
      expect(other.records.length).toBeGreaterThan(0);
    });
    await leaving.stop();
    await ends().insist(() =>
      agent.sendReports(clusters.map(cluster => report(cluster, 'after'))),
    );
    const after = () =>
      left.records.filter(({ value }) => value === 'after').map(r => r.key);
    await ends().eventually(() =>
      expect([...new Set(after())].sort()).toEqual([...clusters].sort()),
    );
  });
}
