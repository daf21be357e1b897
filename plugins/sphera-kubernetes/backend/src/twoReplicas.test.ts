import { TestDatabases } from '@backstage/backend-test-utils';
import {
  restartOnBoth,
  setBoundsOnBoth,
  startTwoReplicas,
} from './__testUtils__/twoReplicas';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A database in memory has one connection. */
async function clients() {
  const knex = await databases.init('SQLITE_3');
  return [knex, knex] as [typeof knex, typeof knex];
}

describe('two replicas over SQLite', () => {
  it('restart a deployment once where both are asked, and note each outcome once', async () => {
    const two = await startTwoReplicas(await clients());
    const { started, noted } = await restartOnBoth(two);
    await two.stop();
    expect(noted.map(({ output }) => output.id).sort()).toEqual(started.sort());
    expect(noted.every(({ outcome }) => outcome === 'succeeded')).toBe(true);
  });

  it('set bounds once where both are asked, and let them fall back once', async () => {
    const two = await startTwoReplicas(await clients());
    const { rounds, noted } = await setBoundsOnBoth(two);
    await two.stop();
    expect(noted).toHaveLength(rounds);
    expect(noted.every(({ outcome }) => outcome === 'succeeded')).toBe(true);
  });
});
