import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  answered,
  approve,
  hold,
  ofQuotes,
  stepIn,
} from './__testUtils__/asking';
import { DANA, QUOTES, serviceOf } from './__testUtils__/company';
import { FactsOfTest } from './__testUtils__/FactsOfTest';
import { backToNow, later } from './__testUtils__/later';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const EVERYTHING = ['code-there', 'build-passed', 'docs-there', 'healthy'];
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a service whose life cycle was not kept so far', () => {
  let portal: Portal;
  afterEach(async () => {
    backToNow();
    await portal.stop();
  });
  const look = () => answered(portal.dana, 'get-lifecycle');
  async function startWith(...facts: string[]) {
    const database = await databases.init('SQLITE_3');
    const test = new FactsOfTest();
    test.hold('quotes', ...facts);
    portal = await startPortal({ facts: test, database });
    return async (service = QUOTES) =>
      database('lifecycles').where({ service }).first();
  }

  it('is put where facts prove it to be, once every source has looked', async () => {
    const row = await startWith(...EVERYTHING);
    expect(await row()).toBeUndefined();
    await portal.look();
    await eventually(async () =>
      expect(await row()).toMatchObject({ stage: 'production' }),
    );
    const answer = await look();
    expect(answer).toMatchObject({ stage: 'production', isComplete: true });
    expect(answer.beganBy).toBeUndefined();
    expect(stepIn(answer, 'review').approval).toEqual({
      state: 'adopted',
      approvers: ['group:default/platform'],
    });
  });

  it('is shown where it would be put until then', async () => {
    const row = await startWith(...EVERYTHING);
    expect(await look()).toMatchObject({ stage: 'design' });
    expect(await row()).toBeUndefined();
  });

  it('is put somewhere after a minute, also where a source does not answer, and further once it does', async () => {
    const row = await startWith(...EVERYTHING);
    portal.facts.failure = 'The test is away';
    await answered(portal.dana, 'refresh-facts');
    expect(await row()).toBeUndefined();
    later(2 * MINUTE);
    await answered(portal.dana, 'refresh-facts');
    expect(await row()).toMatchObject({ stage: 'design' });
    portal.facts.failure = undefined;
    await answered(portal.dana, 'refresh-facts');
    expect(await look()).toMatchObject({ stage: 'production' });
  });

  it('is put somewhere at once where an approval is asked for', async () => {
    const row = await startWith();
    const input = { ...ofQuotes, step: 'review', comment: 'please' };
    await answered(portal.dana, 'request-approval', input);
    expect(await row()).toMatchObject({ stage: 'design', began_by: null });
  });

  it('starts over where it turns out to be a new one', async () => {
    const row = await startWith('code-there', 'build-passed');
    await portal.look();
    await eventually(async () =>
      expect(await row()).toMatchObject({ stage: 'readiness' }),
    );
    expect(await answered(portal.dana, 'begin-lifecycle')).toMatchObject({
      stage: 'design',
      beganBy: DANA,
    });
  });

  it('does not start over an hour later', async () => {
    const row = await startWith('code-there', 'build-passed');
    await portal.look();
    await eventually(async () => expect(await row()).toBeDefined());
    later(61 * MINUTE);
    const answer = await answered(portal.dana, 'begin-lifecycle');
    expect(answer.stage).toBe('readiness');
    expect(answer.beganBy).toBeUndefined();
  });
});

describe('a new service that has the name of an earlier one', () => {
  let portal: Portal;
  afterEach(async () => {
    backToNow();
    await portal.stop();
  });

  it('begins anew, and what was approved of the other does not count', async () => {
    const database = await databases.init('SQLITE_3');
    const row = async () =>
      database('lifecycles').where({ service: QUOTES }).first();
    portal = await startPortal({
      database,
      services: [serviceOf('quotes'), serviceOf('parcels')],
    });
    await answered(portal.dana, 'begin-lifecycle');
    await approve(portal, 'review');

    // Something is seen of the other service: then the catalog is looked at, too.
    const names = async () =>
      (await answered(portal.dana, 'list-lifecycles', {})).items.map(
        ({ title }: any) => title,
      );
    const catalogHas = async (services: string[], fact: string) => {
      portal.fill(services.map(name => serviceOf(name)));
      await eventually(async () => expect(await names()).toEqual(services));
      portal.facts.hold('parcels', fact);
      await answered(portal.dana, 'refresh-facts', { service: 'parcels' });
    };
    await catalogHas(['parcels'], 'code-there');
    await eventually(async () =>
      expect((await row()).gone_at).toEqual(expect.any(Number)),
    );
    await catalogHas(['parcels', 'quotes'], 'build-passed');
    await eventually(async () => expect((await row()).gone_at).toBeNull());

    const before = await answered(portal.dana, 'get-lifecycle');
    expect(before.stage).toBe('code');
    const begun = await answered(portal.dana, 'begin-lifecycle');
    expect(begun.stage).toBe('design');
    expect(stepIn(begun, 'review').approval.state).toBe('none');
    expect(await approve(portal, 'review')).toMatchObject({ stage: 'code' });
  });

  it('is no other one where nobody begins it', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await approve(portal, 'review');
    later(61 * MINUTE);
    expect(await hold(portal)).toMatchObject({ stage: 'code' });
    expect(await answered(portal.dana, 'begin-lifecycle')).toMatchObject({
      stage: 'code',
    });
  });
});
