import { TestDatabases } from '@backstage/backend-test-utils';
import type { Lock } from '@sphera/plugin-locks-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import knex, { Knex } from 'knex';
import { Caller, startLocks } from './__testUtils__/startLocks';

jest.setTimeout(120_000);

const REQUESTS = 200;
const SERVICES = ['payments', 'search'];
const databases = TestDatabases.create({ ids: ['MYSQL_8'] });

/** One number after another that look random, the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    // Constants of "Numerical Recipes", a linear congruential generator.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

interface Done {
  placed: string[];
  released: string[];
  late: number;
}

/** Locks and unlocks at random, many at a time, as hasty people would. */
async function hurry(
  who: Caller,
  open: string[],
  random: Generator<number, never>,
): Promise<Done> {
  const done: Done = { placed: [], released: [], late: 0 };
  const pick = <T>(all: T[]) =>
    all[Math.floor(random.next().value * all.length)];
  const one = async () => {
    const id = pick(open);
    if (id === undefined || random.next().value < 0.5) {
      const { body } = await who
        .post('lock', { service: pick(SERVICES), reason: 'in a hurry' })
        .expect(200);
      done.placed.push(body.id);
      open.push(body.id);
      return;
    }
    const { status } = await who.post('unlock', { id, reason: 'in a hurry' });
    if (status === 200) done.released.push(id);
    else if (status === 409) done.late++;
    else throw new Error(`Unlocking was answered ${status}`);
  };
  for (let left = REQUESTS; left > 0; left -= 10) {
    await Promise.all(Array.from({ length: 10 }, one));
  }
  return done;
}

async function everyLock(who: Caller): Promise<Lock[]> {
  const locks: Lock[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await who
      .get('list-locks', {
        state: 'all',
        limit: 200,
        ...(cursor && { cursor }),
      })
      .expect(200);
    locks.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return locks;
}

const clients: Knex[] = [];
afterAll(() => Promise.all(clients.map(client => client.destroy())));

function anotherClient(database: Knex): Knex {
  const client = knex(database.client.config);
  clients.push(client);
  return client;
}

describe('two replicas over MySQL', () => {
  it('neither lose nor double a lock while people lock and unlock on both at once', async () => {
    const database = await databases.init('MYSQL_8');
    const one = await startLocks({ database });
    const other = await startLocks({ database: anotherClient(database) });
    // Ids that both know of, so that they get in each other's way.
    const open: string[] = [];
    const [first, second] = await Promise.all([
      hurry(one.dana, open, numbers(1)),
      hurry(other.sam, open, numbers(2)),
    ]);

    const placed = [...first.placed, ...second.placed].sort();
    const released = [...first.released, ...second.released].sort();
    const locks = await everyLock(one.dana);
    expect(locks.map(({ id }) => id).sort()).toEqual(placed);
    expect(new Set(released).size).toBe(released.length);
    expect(
      locks
        .filter(({ ended }) => ended)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(released);
    expect(first.late + second.late).toBeGreaterThan(0);

    for (const service of SERVICES) {
      const held = locks
        .filter(lock => !lock.ended && lock.service?.endsWith(service))
        .map(({ id }) => id)
        .sort();
      for (const replica of [one, other]) {
        await eventually(async () => {
          const { body } = await replica.pipeline.get('gate', { service });
          expect(body.locks.map(({ id }: Lock) => id).sort()).toEqual(held);
        });
      }
    }
  });
});
