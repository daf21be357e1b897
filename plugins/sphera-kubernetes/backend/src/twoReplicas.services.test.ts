import { TestDatabases } from '@backstage/backend-test-utils';
import knex, { Knex } from 'knex';
import {
  restartOnBoth,
  setBoundsOnBoth,
  startTwoReplicas,
} from './__testUtils__/twoReplicas';

jest.setTimeout(300_000);

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
