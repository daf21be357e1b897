import { readWish } from '@sphera/plugin-flags-node';
import { isQueued } from '../reading/cells/isQueued';
import {
  changeOfTest,
  CLUSTERS,
  creationOfTest,
  FLAG,
  NOON,
  OFF,
  ON,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import { AgentOfTest, PartitionOfTest } from './__testUtils__/reportsOfTest';

const EU = 'production-eu';
const US = 'production-us';
const MINUTE = 60_000;
const HOUR = 3_600_000;

describeStores('the outbox', given => {
  const outbox = () => given().stores.outbox;
  const write = (...args: Parameters<typeof changeOfTest>) =>
    given().stores.changes.write([changeOfTest(...args)]);
  const cellIn = async (cluster: string) =>
    (await given().stores.changes.cellsOf(FLAG)).find(
      cell => cell.cluster === cluster,
    );
  const isWaiting = async (cluster: string) =>
    isQueued((await cellIn(cluster))!.wanted!, await outbox().oldestAt());

  beforeEach(async () => {
    const owner = 'group:default/payments';
    await given().stores.changes.write([
      creationOfTest(OFF, { flag: { owner }, id: 'creation' }),
    ]);
  });

  async function wishes() {
    const waiting = await outbox().next(100);
    return waiting.map(({ record }) => {
      const read = readWish({
        ...record,
        topic: 'commands',
        partition: 0,
        offset: 0n,
        headers: {},
      });
      return 'wish' in read ? read.wish : read;
    });
  }
  async function sendAll(now = NOON) {
    const waiting = await outbox().next(100);
    await outbox().sent(waiting, now);
  }
  const heard = async (at: number, cluster = EU) =>
    given().stores.reports.take(
      new PartitionOfTest(1 + CLUSTERS.indexOf(cluster) + at).gives(
        new AgentOfTest(cluster).beats(),
      ),
      at,
    );

  it('has each wish as agents read it, in the order in which it was written', async () => {
    await write(ON, { clusters: [EU], id: 'two' });
    const waiting = await wishes();
    expect(waiting[0]).toEqual({
      version: 1,
      kind: 'wish',
      cluster: EU,
      flag: FLAG,
      revision: 1,
      change: 'creation',
      wishedAt: '2026-11-28T12:00:00.123Z',
      definition: OFF,
      metadata: {
        service: 'component:default/payments',
        owner: 'group:default/payments',
      },
    });
    expect(waiting[3]).toMatchObject({ revision: 2, definition: ON });
    expect(await outbox().next(2)).toHaveLength(2);
  });

  it('is empty of what was sent, and its cells wait no more', async () => {
    await write(ON, { clusters: [US], at: NOON + 3 });
    expect(await isWaiting(EU)).toBe(true);
    const waiting = await outbox().next(3);
    await outbox().sent(waiting, NOON + 5);
    expect(await outbox().size()).toEqual({ queued: 1, oldestAt: NOON + 3 });
    expect(await isWaiting(EU)).toBe(false);
    expect(await isWaiting(US)).toBe(true);
    await sendAll();
    expect(await outbox().size()).toEqual({ queued: 0 });
    expect(await isWaiting(US)).toBe(false);
    await sendAll();
    const unknown = { cell: 'nowhere/none', revision: 1, queuedAt: NOON };
    await outbox().sent([{ id: 4711, ...unknown }], NOON);
  });

  it('keeps a cell waiting whose newer wish was not sent', async () => {
    const first = await outbox().next(3);
    await write(ON, { clusters: [EU], at: NOON + 1 });
    await outbox().sent(first, NOON);
    expect(await isWaiting(EU)).toBe(true);
    expect(await isWaiting(US)).toBe(false);
  });

  it('says since when wishes wait, also where a replica whose clock is behind wrote one after the others', async () => {
    await write(ON, { clusters: [EU], at: NOON - 2 });
    expect(await outbox().oldestAt()).toBe(NOON - 2);
    await outbox().sent(await outbox().next(3), NOON);
    expect(await outbox().oldestAt()).toBe(NOON - 2);
    expect(await isWaiting(EU)).toBe(true);
  });

  describe('sends again what nobody answered', () => {
    const resend = (now: number, more: object = {}) =>
      outbox().resend({
        now,
        afterMs: MINUTE,
        heardSince: now - MINUTE,
        limit: 100,
        ...more,
      });

    it('after a minute, then two, four … up to an hour', async () => {
      await sendAll();
      let last = NOON;
      for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
        const due = last + wait * MINUTE;
        await heard(due);
        expect(await resend(due - 1, { heardSince: 0 })).toBe(0);
        expect(await resend(due)).toBe(1);
        expect(await resend(due)).toBe(0);
        await sendAll(due);
        last = due;
      }
      expect(await cellIn(EU)).toMatchObject({
        wanted: { revision: 1 },
        resends: 8,
        resendAt: last + HOUR,
      });
    });

    it('after a minute from when it was sent, where it waited for Kafka before', async () => {
      await sendAll(NOON + HOUR);
      await heard(NOON + HOUR + MINUTE);
      expect(await resend(NOON + HOUR + MINUTE - 1)).toBe(0);
      expect(await resend(NOON + HOUR + MINUTE)).toBe(1);
    });

    it('no later because an older wish was sent late', async () => {
      const older = await outbox().next(3);
      await write(ON, { clusters: [EU], at: NOON + HOUR });
      await outbox().sent(older, NOON + 2 * HOUR);
      await outbox().sent(await outbox().next(1), NOON + HOUR);
      await heard(NOON + HOUR + MINUTE);
      expect(await resend(NOON + HOUR + MINUTE)).toBe(1);
    });

    it('as it was', async () => {
      const before = (await wishes())[0];
      await sendAll();
      await heard(NOON + MINUTE);
      await resend(NOON + MINUTE);
      expect(await wishes()).toEqual([before]);
      expect(await isWaiting(EU)).toBe(false);
    });

    it('only to clusters that were heard', async () => {
      await sendAll();
      await heard(NOON + MINUTE);
      await heard(NOON + MINUTE - 1, 'staging-eu');
      const at = NOON + 2 * MINUTE;
      expect(await resend(at)).toBe(1);
      expect(await wishes()).toMatchObject([{ cluster: EU }]);
    });

    it('not while it still waits to be sent, nor while it is in the outbox again', async () => {
      await heard(NOON + HOUR);
      expect(await resend(NOON + HOUR)).toBe(0);
      await sendAll();
      expect(await resend(NOON + HOUR)).toBe(1);
      await heard(NOON + 3 * HOUR);
      expect(await resend(NOON + 3 * HOUR)).toBe(0);
    });

    it('so many at a time as may be', async () => {
      await sendAll();
      for (const cluster of CLUSTERS) await heard(NOON + MINUTE, cluster);
      expect(await resend(NOON + MINUTE, { limit: 2 })).toBe(2);
      expect(await resend(NOON + MINUTE, { limit: 2 })).toBe(1);
    });

    it('never what was acknowledged or refused', async () => {
      await sendAll();
      const eu = new AgentOfTest(EU);
      const us = new AgentOfTest('production-us');
      const partition = new PartitionOfTest();
      await given().stores.reports.take(
        partition.gives(eu.acknowledges(1, OFF), us.refuses(1, 'no')),
        NOON,
      );
      expect(await resend(NOON + HOUR, { heardSince: 0 })).toBe(0);
      await write(ON, { clusters: ['production-us'] });
      await sendAll(NOON + HOUR);
      expect(await resend(NOON + 2 * HOUR, { heardSince: 0 })).toBe(1);
    });
  });
});

describeStores('the turn', given => {
  const turn = () => given().stores.turn;

  it('is one replica’s alone, of many in the same moment', async () => {
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map(by => turn().take(by, NOON, NOON + 5_000)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('goes on for whoever has it, and to another one where that one has not said so for too long', async () => {
    expect(await turn().take('a', NOON, NOON + 5_000)).toBe(true);
    expect(await turn().take('a', NOON + 1_500, NOON + 6_500)).toBe(true);
    expect(await turn().take('a', NOON + 1_500, NOON + 6_500)).toBe(true);
    expect(await turn().take('b', NOON + 6_499, NOON + 9_000)).toBe(false);
    expect(await turn().take('b', NOON + 6_500, NOON + 9_000)).toBe(true);
    expect(await turn().take('a', NOON + 6_500, NOON + 9_000)).toBe(false);
  });

  it('is let go only by whoever has it', async () => {
    await turn().take('a', NOON, NOON + 5_000);
    await turn().letGo('b');
    expect(await turn().take('b', NOON, NOON + 5_000)).toBe(false);
    await turn().letGo('a');
    expect(await turn().take('b', NOON, NOON + 5_000)).toBe(true);
  });
});
