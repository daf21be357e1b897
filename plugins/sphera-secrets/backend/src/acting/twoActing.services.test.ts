import { TestDatabases } from '@backstage/backend-test-utils';
import knex, { Knex } from 'knex';
import {
  createOnBoth,
  finishOnBoth,
  startTwo,
  updateOnBoth,
} from './__testUtils__/twoActing';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['MYSQL_8'] });

const others: Knex[] = [];
afterAll(() => Promise.all(others.map(client => client.destroy())));

async function clients(): Promise<[Knex, Knex]> {
  const one = await databases.init('MYSQL_8');
  const other = knex(one.client.config);
  others.push(other);
  return [one, other];
}

describe('two replicas over MySQL', () => {
  it.each([
    ['create a secret once', createOnBoth],
    ['set one value where both have seen the same', updateOnBoth],
    ['finish a change once', finishOnBoth],
  ])('%s where both are asked', async (_what, onBoth) => {
    const two = await startTwo(await clients());
    await expect(onBoth(two)).resolves.toBeUndefined();
    await two.stop();
  });
});
