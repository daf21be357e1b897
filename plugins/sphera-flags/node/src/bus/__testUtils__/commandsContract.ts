// A suite that several test files run: it is a test file only to the linter.
/* eslint-disable jest/no-export */
import { commandKey } from '../../messages/commandKey';
import { partitionOf } from '../../messages/partitionOf';
import type { Ends } from './Ends';
import { command, counted, neighbourOf } from './records';

const EU = 'production-eu';

/** What both ends promise of commands. */
export function describeCommands(ends: () => Ends): void {
  it('come to the agent of their cluster in the order in which they were sent', async () => {
    const portal = ends().portal();
    const reading = ends().readCommands(ends().agent(EU));
    for (let from = 1; from <= 181; from += 20) {
      const values = counted(from, from + 19);
      await ends().insist(() =>
        portal.sendCommands(
          values.flatMap(value => [
            command(EU, value),
            command('production-us', value),
            command('staging-eu', value),
          ]),
        ),
      );
    }
    await ends().eventually(() =>
      expect(reading.values(EU).slice(-1)).toEqual(['200']),
    );
    expect([...new Set(reading.values(EU))]).toEqual(counted(1, 200));
  });

  it('of other clusters come too where they travel in the same partition', async () => {
    const { partitions } = ends().bus;
    const portal = ends().portal();
    const other = neighbourOf(EU, partitions);
    await ends().insist(() =>
      portal.sendCommands([command(other, 'theirs'), command(EU, 'ours')]),
    );
    const reading = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(reading.values(EU)).toEqual(['ours']));
    expect(reading.values(other)).toEqual(['theirs']);
    const partition = partitionOf(EU, partitions);
    expect(reading.records.map(each => each.partition)).toEqual([
      partition,
      partition,
    ]);
    expect(reading.records.map(each => each.topic)).toEqual([
      ends().bus.topics.commands,
      ends().bus.topics.commands,
    ]);
  });

  it('come from the start to an agent that is opened later, which hears when it has caught up', async () => {
    const portal = ends().portal();
    const values = counted(1, 1_200);
    await ends().insist(() =>
      portal.sendCommands(
        values.map(value => command(EU, value, `flag-${value}`)),
      ),
    );
    const reading = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(reading.caughtUpAfter).toBe(1_200));
    expect(reading.values(EU)).toEqual(values);
  });

  it('come from the start again to an agent that is opened again', async () => {
    const portal = ends().portal();
    await ends().insist(() =>
      portal.sendCommands([command(EU, '1', 'one'), command(EU, '2', 'two')]),
    );
    const before = ends().agent(EU);
    const first = ends().readCommands(before);
    await ends().eventually(() => expect(first.values(EU)).toHaveLength(2));
    await before.stop();
    const second = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(second.caughtUpAfter).toBe(2));
    expect(second.values(EU)).toEqual(['1', '2']);
  });

  it('were never sent: then an agent hears at once that it has caught up', async () => {
    const reading = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(reading.caughtUpAfter).toBe(0));
    expect(reading.offered[0]).toEqual([]);
  });

  it('come while an agent reads, to each agent that reads', async () => {
    const portal = ends().portal();
    const readings = [EU, EU].map(cluster =>
      ends().readCommands(ends().agent(cluster)),
    );
    for (const reading of readings) {
      await ends().eventually(() => expect(reading.caughtUpAfter).toBe(0));
    }
    await ends().insist(() => portal.sendCommands([command(EU, 'now')]));
    for (const reading of readings) {
      await ends().eventually(() =>
        expect(reading.values(EU)).toEqual(['now']),
      );
    }
  });

  it('are given again where the handler threw, and none is left out', async () => {
    const portal = ends().portal();
    await ends().insist(() =>
      portal.sendCommands([command(EU, '1', 'one'), command(EU, '2', 'two')]),
    );
    let failures = 2;
    const reading = ends().readCommands(ends().agent(EU), () => {
      if (failures-- > 0) throw new Error('The disk is full');
    });
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['1', '2']),
    );
    await ends().insist(() => portal.sendCommands([command(EU, '3', 'three')]));
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['1', '2', '3']),
    );
    expect(reading.offered.slice(0, 2)).toEqual([
      reading.offered[2],
      reading.offered[2],
    ]);
  });

  it('that are sent twice come twice', async () => {
    const portal = ends().portal();
    const reading = ends().readCommands(ends().agent(EU));
    const twice = [command(EU, 'a'), command(EU, 'b')];
    await ends().insist(() => portal.sendCommands(twice));
    await ends().insist(() => portal.sendCommands(twice));
    await ends().eventually(() =>
      expect(reading.values(EU)).toEqual(['a', 'b', 'a', 'b']),
    );
  });

  it('come as they were, whatever is in them', async () => {
    const portal = ends().portal();
    const odd = [
      '"quoted", \\ and {"json": true}',
      'Grüße, 東京, 🚦, \u2028 and \u0000',
      'two\nlines\r\nand a tab\t.',
      ' ',
    ];
    const headers = { 'sphera-signature': 'portal-2027:AAAA+/==' };
    await ends().insist(() =>
      portal.sendCommands(
        odd.map((value, at) => ({
          ...command(EU, value, `odd.flag_${at}`),
          headers,
        })),
      ),
    );
    const reading = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(reading.values(EU)).toEqual(odd));
    expect(reading.records.map(({ key }) => key)).toEqual(
      odd.map((_, at) => commandKey(EU, `odd.flag_${at}`)),
    );
    for (const record of reading.records) {
      expect(record.headers).toEqual(headers);
    }
  });

  it('of two megabytes come in one go', async () => {
    const portal = ends().portal();
    const long = counted(1, 100).map(value => value.padEnd(20_000, 'é'));
    await ends().insist(() =>
      portal.sendCommands(
        long.map((value, at) => command(EU, value, `flag-${at}`)),
      ),
    );
    const reading = ends().readCommands(ends().agent(EU));
    await ends().eventually(() => expect(reading.caughtUpAfter).toBe(100));
    expect(reading.values(EU)).toEqual(long);
  });
}
