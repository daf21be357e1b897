import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createOnBoth,
  finishOnBoth,
  startTwo,
  updateOnBoth,
} from './__testUtils__/twoActing';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('two replicas over SQLite', () => {
  it.each([
    ['create a secret once', createOnBoth],
    ['set one value where both have seen the same', updateOnBoth],
    ['finish a change once', finishOnBoth],
  ])('%s where both are asked', async (_what, onBoth) => {
    const knex = await databases.init('SQLITE_3');
    const two = await startTwo([knex, knex]);
    await expect(onBoth(two)).resolves.toBeUndefined();
    await two.stop();
  });
});
