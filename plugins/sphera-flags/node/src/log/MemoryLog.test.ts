import { MemoryLog } from './MemoryLog';
import { UnknownTopicError } from './UnknownTopicError';

const COMMANDS = 'commands';
const REPORTS = 'reports';

/** A clock that stands still; what waits on it is called by hand. */
function standingClock(now = Date.parse('2026-11-24T18:00:00Z')) {
  const waiting = new Set<() => void>();
  return {
    now: () => now,
    after(_: number, call: () => void) {
      waiting.add(call);
      return () => waiting.delete(call);
    },
    waiting,
  };
}

function newLog(clock = standingClock()) {
  const log = new MemoryLog({ clock, tidiedAbove: 10 });
  log.addTopic(COMMANDS, { partitions: 1, isCompacted: true });
  log.addTopic(REPORTS, { partitions: 1 });
  return { log, clock };
}

const numbered = (key: string, from: number, upTo: number) =>
  Array.from({ length: upTo - from + 1 }, (_, at) => ({
    key,
    value: String(from + at),
  }));

/** All that is in a topic of one partition. */
async function allOf(log: MemoryLog, topic: string, from = 0n) {
  const { records, end } = await log.read(topic, 0, from, 0);
  return {
    values: records.map(({ value }) => value),
    offsets: records.map(({ offset }) => offset),
    end,
  };
}

describe('A log in memory', () => {
  it('keeps records in their order, at offsets that follow each other', async () => {
    const { log } = newLog();
    await log.append(REPORTS, numbered('a', 1, 3));
    const { values, offsets, end } = await allOf(log, REPORTS);
    expect(values).toEqual(['1', '2', '3']);
    expect(offsets).toEqual([end - 3n, end - 2n, end - 1n]);
  });

  it('answers from an offset on', async () => {
    const { log } = newLog();
    await log.append(REPORTS, numbered('a', 1, 3));
    const { end } = await allOf(log, REPORTS);
    expect((await allOf(log, REPORTS, end - 1n)).values).toEqual(['3']);
    expect((await allOf(log, REPORTS, end)).values).toEqual([]);
  });

  it('begins above every offset of a log before it, so that who remembers its place there finds what is new', async () => {
    const before = newLog().log;
    await before.append(REPORTS, numbered('a', 1, 5));
    const { end } = await allOf(before, REPORTS);
    const after = newLog(standingClock(Date.parse('2026-11-24T18:00:01Z'))).log;
    await after.append(REPORTS, numbered('a', 6, 7));
    expect((await allOf(after, REPORTS, end)).values).toEqual(['6', '7']);
  });

  it('answers from its start to who remembers a place that it has not reached', async () => {
    const { log } = newLog();
    await log.append(REPORTS, numbered('a', 1, 2));
    const { end } = await allOf(log, REPORTS);
    expect((await allOf(log, REPORTS, end + 100n)).values).toEqual(['1', '2']);
  });

  it('compacts commands: of each key the latest stays, where it was', async () => {
    const { log } = newLog();
    await log.append(COMMANDS, [
      ...numbered('eu/a', 1, 2),
      ...numbered('eu/b', 1, 20),
      { key: 'eu/a', value: 'last' },
      { key: 'eu/b', value: 'last, too' },
    ]);
    const { values, offsets, end } = await allOf(log, COMMANDS);
    expect(values).toEqual(['last', 'last, too']);
    expect(offsets).toEqual([end - 2n, end - 1n]);
  });

  it('compacts only where there is enough to gain, and all keys stay', async () => {
    const { log } = newLog();
    for (let key = 0; key < 100; key++) {
      await log.append(COMMANDS, numbered(`eu/${key}`, 1, 1));
    }
    expect((await allOf(log, COMMANDS)).values).toHaveLength(100);
  });

  it('forgets the oldest reports', async () => {
    const { log } = newLog();
    for (const record of numbered('a', 1, 1_000)) {
      await log.append(REPORTS, [record]);
    }
    const { values } = await allOf(log, REPORTS);
    expect(values.length).toBeLessThanOrEqual(20);
    expect(values.length).toBeGreaterThanOrEqual(10);
    expect(values.at(-1)).toBe('1000');
  });

  it('answers as soon as something comes to who waits', async () => {
    const { log, clock } = newLog();
    const { end } = await allOf(log, REPORTS);
    const answer = log.read(REPORTS, 0, end, 20_000);
    await log.append(REPORTS, numbered('a', 1, 1));
    expect((await answer).records).toMatchObject([
      { topic: REPORTS, partition: 0, offset: end, key: 'a', value: '1' },
    ]);
    expect(clock.waiting.size).toBe(0);
  });

  it('answers with nothing once the wait is over', async () => {
    const { log, clock } = newLog();
    const answer = log.read(REPORTS, 0, 0n, 20_000);
    expect(clock.waiting.size).toBe(1);
    for (const call of clock.waiting) call();
    expect((await answer).records).toEqual([]);
  });

  it('answers who no longer wants to wait, and forgets the wait', async () => {
    const { log, clock } = newLog();
    const leaving = new AbortController();
    const answer = log.read(REPORTS, 0, 0n, 20_000, leaving.signal);
    leaving.abort();
    expect((await answer).records).toEqual([]);
    expect(clock.waiting.size).toBe(0);
  });

  it('gives what is long in parts', async () => {
    const { log } = newLog();
    const long = 'x'.repeat(400_000);
    await log.append(
      REPORTS,
      [1, 2, 3, 4].map(() => ({ key: 'a', value: long })),
    );
    const first = await allOf(log, REPORTS);
    expect(first.values).toHaveLength(2);
    const rest = await allOf(log, REPORTS, first.offsets[1] + 1n);
    expect(rest.values).toHaveLength(2);
    expect(rest.end).toBe(first.end);
  });

  it('gives a record that is longer than a part by itself', async () => {
    const { log } = newLog();
    await log.append(REPORTS, [{ key: 'a', value: 'x'.repeat(3_000_000) }]);
    expect((await allOf(log, REPORTS)).values).toHaveLength(1);
  });

  it('knows no topic that was not added, and no partition that it has not', async () => {
    const { log } = newLog();
    for (const ask of [
      log.append('other', []),
      log.read('other', 0, 0n, 0),
      log.partitions('other'),
    ]) {
      await expect(ask).rejects.toEqual(new UnknownTopicError('other'));
    }
    await expect(log.read(REPORTS, 1, 0n, 0)).rejects.toThrow(
      'The topic reports has no partition 1',
    );
  });

  it('keeps a topic that is added twice', async () => {
    const { log } = newLog();
    await log.append(REPORTS, numbered('a', 1, 1));
    log.addTopic(REPORTS, { partitions: 5 });
    expect(await log.partitions(REPORTS)).toBe(1);
    expect((await allOf(log, REPORTS)).values).toEqual(['1']);
  });
});
