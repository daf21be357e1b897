import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { answered, approve, ofQuotes } from './__testUtils__/asking';
import { FactsOfTest } from './__testUtils__/FactsOfTest';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const CODE = ['code-there', 'build-passed'];

describe.each(databases.eachSupportedId())('two replicas on %s', id => {
  let database: Knex;
  let one: Portal;
  let other: Portal;
  beforeEach(async () => {
    database = await databases.init(id);
    const facts = new FactsOfTest();
    one = await startPortal({ database, facts });
    other = await startPortal({ database, facts });
    await answered(one.dana, 'begin-lifecycle');
  });
  afterEach(async () => {
    await one.stop();
    await other.stop();
  });
  const standing = async ({ sam }: Portal) =>
    (await answered(sam, 'list-lifecycles', {})).items[0];

  it('say the same, whichever was asked to change something', async () => {
    await approve(one, 'review');
    expect(await standing(one)).toMatchObject({ stage: 'code' });
    await eventually(async () =>
      expect(await standing(other)).toMatchObject({ stage: 'code' }),
    );
    one.facts.hold('quotes', ...CODE);
    await answered(one.dana, 'refresh-facts');
    await eventually(async () =>
      expect(await standing(other)).toMatchObject({ stage: 'readiness' }),
    );
  });

  it('take an answer to what was asked of the other one a moment ago', async () => {
    const input = { ...ofQuotes, step: 'review', comment: 'please' };
    await answered(one.dana, 'request-approval', input);
    await answered(other.noor, 'approve-step', input);
    const refusal = await one.ken.ask('reject-step', input);
    expect(refusal.body.error.message).toBe('Review is done already');
  });

  it('keep one life cycle, whichever is asked to begin it', async () => {
    await approve(one, 'review');
    const { stage, since, beganAt } = await answered(one.dana, 'get-lifecycle');
    const again = await answered(other.dana, 'begin-lifecycle');
    expect(again).toMatchObject({ stage, since, beganAt });
  });

  it('are told where all stands when they start', async () => {
    await approve(one, 'review');
    const before = await answered(one.dana, 'get-lifecycle');
    await other.stop();
    other = await startPortal({ database, facts: one.facts });
    expect(await answered(other.dana, 'get-lifecycle')).toEqual(before);
  });
});
