import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { TestClock } from '../__testUtils__/TestClock';
import type { Turn } from '../storage/FlagStore';
import { openStores } from '../storage/openStore';
import { HeldTurn, TURN_MS } from './HeldTurn';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const turns: HeldTurn[] = [];
afterEach(async () => {
  await Promise.all(turns.splice(0).map(turn => turn.stop()));
});

/** Replicas on one database, each with a clock that is turned alone. */
async function replicas(count: number) {
  const knex = await databases.init('SQLITE_3');
  const database = mockServices.database({ knex });
  const clock = new TestClock();
  const opened = [];
  for (let n = 0; n < count; n++) {
    const taken: number[] = [];
    const { turn } = await openStores(database);
    const looked = jest.fn();
    const logger = mockServices.logger.mock();
    const newId = () => `replica-${n}`;
    const watched: Turn = {
      take: (...asked) => turn.take(...asked).finally(looked),
      letGo: by => turn.letGo(by),
    };
    const held = new HeldTurn({ turn: watched, clock, logger, newId }, () =>
      taken.push(clock.now()),
    );
    turns.push(held);
    opened.push({ held, taken, logger, turn, looked });
  }
  return { clock, knex, replicas: opened };
}

const isTaken = (held: HeldTurn, isHeld = true) =>
  eventually(async () => expect(held.isHeld).toBe(isHeld));

describe('the turn', () => {
  it('is had by one replica alone, which is told of it once', async () => {
    const {
      clock,
      replicas: [one, other],
    } = await replicas(2);
    one.held.start();
    await isTaken(one.held);
    other.held.start();
    for (let n = 1; n <= 20; n++) {
      clock.leap(1_500);
      await eventually(async () => {
        for (const { looked } of [one, other]) {
          expect(looked.mock.calls.length).toBeGreaterThan(n);
        }
      });
      expect(other.held.isHeld).toBe(false);
    }
    await isTaken(one.held);
    expect(one.taken).toHaveLength(1);
    expect(other.taken).toEqual([]);
  });

  it('passes to another replica once it is let go', async () => {
    const {
      clock,
      replicas: [one, other],
    } = await replicas(2);
    one.held.start();
    await isTaken(one.held);
    other.held.start();
    await one.held.stop();
    expect(one.held.isHeld).toBe(false);
    clock.leap(1_000);
    await isTaken(other.held);
  });

  it('passes to another replica where whoever has it is no longer there', async () => {
    const {
      clock,
      replicas: [other],
    } = await replicas(1);
    const gone = 'a replica that was killed';
    const now = clock.now();
    expect(await other.turn.take(gone, now, now + TURN_MS)).toBe(true);
    other.held.start();
    await eventually(async () => expect(other.looked).toHaveBeenCalled());
    expect(other.held.isHeld).toBe(false);
    clock.leap(TURN_MS);
    await isTaken(other.held);
  });

  it('is lost where it cannot be said for too long that it is still had, and looked for again', async () => {
    const {
      clock,
      knex,
      replicas: [one],
    } = await replicas(1);
    one.held.start();
    await isTaken(one.held);
    await knex.schema.renameTable('flag_turn', 'away');
    clock.leap(TURN_MS);
    expect(one.held.isHeld).toBe(false);
    await eventually(async () =>
      expect(one.logger.warn).toHaveBeenCalledTimes(1),
    );
    await knex.schema.renameTable('away', 'flag_turn');
    clock.leap(1_000);
    await isTaken(one.held);
  });
});
