import { TestDatabases } from '@backstage/backend-test-utils';
import type { Seen } from '@sphera/plugin-lifecycle-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { BeaconSource } from './__testUtils__/BeaconSource';
import { ClockOfTest } from './__testUtils__/ClockOfTest';
import { startFacts, type StartedFacts } from './__testUtils__/startFacts';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const QUOTES = 'component:default/quotes';

describe.each(databases.eachSupportedId())(
  'several replicas, in %s',
  database => {
    let knex: Knex;
    let clock: ClockOfTest;
    const running: StartedFacts[] = [];
    beforeEach(async () => {
      knex = await databases.init(database);
      clock = new ClockOfTest();
    });
    afterEach(async () => {
      for (const replica of running.splice(0)) await replica.stop();
    });
    const start = async (...sources: BeaconSource[]) => {
      const replica = await startFacts({ sources, database: knex, clock });
      running.push(replica);
      return replica;
    };

    it('know what any of them has seen, and tell their own pages', async () => {
      const [one, other] = [new BeaconSource(), new BeaconSource()];
      const first = await start(one);
      const second = await start(other);
      const heard: string[] = [];
      second.facts.onChange(services => heard.push(...services));
      one.lit.add('quotes');
      await first.look();
      await eventually(() =>
        expect(second.fact('quotes', 'beacons-lit')).toEqual(
          first.fact('quotes', 'beacons-lit'),
        ),
      );
      expect(heard).toContain(QUOTES);
      expect(second.signals).toContainEqual(
        expect.objectContaining({ service: QUOTES }),
      );
      await second.look();
      expect(other.looks).toEqual([]);
    });

    it('never replace what was seen by what was seen before it', async () => {
      const [slow, quick] = [new BeaconSource(), new BeaconSource()];
      const first = await start(slow);
      const second = await start(quick);
      await first.look();
      // It sees the beacon dark, and takes its time to say so.
      let answer = (_: ReadonlyMap<string, Seen>) => {};
      slow.answer = () =>
        new Promise(resolve => {
          answer = resolve;
        });
      const refreshing = first.facts.refresh(QUOTES);
      await eventually(() => expect(slow.looks).toHaveLength(2));
      const dark = slow.seen([{ ref: QUOTES, name: 'quotes' }]);
      for (const source of [slow, quick]) source.lit.add('quotes');
      await second.facts.refresh(QUOTES);
      slow.answer = undefined;
      answer(dark);
      await refreshing;
      for (const replica of [first, second]) {
        await eventually(() =>
          expect(replica.fact('quotes', 'beacons-lit')).toMatchObject({
            state: 'holds',
          }),
        );
      }
      expect(slow.looks).toHaveLength(3);
    });

    it('know at once what was seen when they start again, and look at nothing before its time', async () => {
      const before = await start(new BeaconSource(), new BeaconSource('old'));
      await before.look();
      const fact = before.fact('quotes', 'beacons-lit');
      await before.stop();
      const beacons = new BeaconSource();
      const after = await start(beacons);
      expect(after.fact('quotes', 'beacons-lit')).toEqual(fact);
      expect(after.facts.isSeen(QUOTES)).toBe(true);
      // Of a source that is no more.
      expect(after.fact('quotes', 'old-lit')).toBeUndefined();
      await after.look();
      expect(beacons.looks).toEqual([]);
      clock.leap(300_000);
      await after.look();
      expect(beacons.looks).toEqual([['parcels', 'quotes']]);
    });
  },
);
