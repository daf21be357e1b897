import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, PRODUCTION } from './__testUtils__/asking';
import { startReplicas } from './__testUtils__/startReplicas';
import { ended, locksOn } from './acting/__testUtils__/rollingBack';
import { commitsOf } from './running/__testUtils__/logOf';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['MYSQL_8'] });

const BACK: Array<[service: string, version: string]> = [
  ['quotes', '4.11.7'],
  ['tracker', '11.4.0'],
  ['dispatch', '6.2.0'],
];

let two: Awaited<ReturnType<typeof startReplicas>>;
beforeAll(async () => {
  two = await startReplicas(() => databases.init('MYSQL_8'));
});
afterAll(() => two?.stop());

/** Asks both at once; the id from the one that began it. */
async function beginOnBoth(operation: string, input: object): Promise<string> {
  const answers = await Promise.all(
    two.replicas.map(({ dana }) => dana.ask(operation, input)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  return answers.find(({ status }) => status === 200)!.body.id;
}

describe('two replicas over MySQL', () => {
  it('roll services back and forward once where both are asked: one commit, lock and message each', async () => {
    const reason = 'both are asked';
    const [, other] = two.replicas;
    const ids = await Promise.all(
      BACK.map(([service, version]) =>
        beginOnBoth('start-rollback', {
          service,
          environment: PRODUCTION,
          version,
          reason,
        }),
      ),
    );
    for (const [index, id] of ids.entries()) {
      expect(await ended(other, id)).toMatchObject({ state: 'done' });
      expect(await commitsOf(two.world, id)).toHaveLength(1);
      expect(await locksOn(other, BACK[index][0])).toEqual([id]);
    }

    const forward = await Promise.all(
      ids.map(id => beginOnBoth('roll-forward', { id, reason })),
    );
    for (const [index, id] of forward.entries()) {
      expect(await ended(other, id)).toMatchObject({ state: 'done' });
      expect(await commitsOf(two.world, id)).toHaveLength(1);
      expect(await locksOn(other, BACK[index][0])).toEqual([]);
    }

    await eventually(async () => {
      for (const id of [...ids, ...forward]) {
        const { slack } = await answered(other, 'get-rollback', { id });
        expect(slack).toMatchObject({ state: 'sent' });
      }
    });
    expect(two.world.slack.messages('incidents')).toHaveLength(6);
  });
});
