import { answered, ofQuotes, refused } from './__testUtils__/asking';
import { serviceOf } from './__testUtils__/company';
import { FactsOfTest } from './__testUtils__/FactsOfTest';
import { backToNow, later } from './__testUtils__/later';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const DAY = 86_400_000;

describe('the list of life cycles', () => {
  let portal: Portal;
  beforeAll(async () => {
    const facts = new FactsOfTest();
    facts.hold('ledger', 'code-there', 'build-passed', 'docs-there', 'healthy');
    portal = await startPortal({
      facts,
      services: [
        serviceOf('quotes'),
        serviceOf('ledger'),
        serviceOf('shop', 'website'),
      ],
    });
    await answered(portal.dana, 'begin-lifecycle');
    await answered(portal.dana, 'refresh-facts', { service: 'ledger' });
    await answered(portal.dana, 'begin-lifecycle', { service: 'shop' });
    await answered(portal.noor, 'request-approval', {
      ...ofQuotes,
      step: 'review',
      comment: 'please',
    });
  });
  afterEach(backToNow);
  afterAll(() => portal.stop());
  const list = (input: object = {}, caller = portal.dana) =>
    answered(caller, 'list-lifecycles', input);
  const names = async (input: object, caller = portal.dana) =>
    (await list(input, caller)).items.map(({ title }: any) => title);

  it('says of each service where it stands and what is next', async () => {
    const { items, totalItems } = await list();
    expect(totalItems).toBe(3);
    expect(items).toMatchObject([
      { title: 'ledger', stage: 'production', isComplete: true, asked: [] },
      {
        title: 'quotes',
        owners: ['group:default/booking'],
        stage: 'design',
        next: 'Review: waits for an answer of Platform Engineering',
        asked: [{ step: 'review', title: 'Review' }],
        isStuck: false,
      },
      { title: 'shop', type: 'website', next: 'Request approval: Review' },
    ]);
  });

  it('counts what is in each stage, whichever stage is asked for', async () => {
    const { items, stages } = await list({ stage: 'production' });
    expect(items).toHaveLength(1);
    expect(stages).toEqual([
      { name: 'design', title: 'Design', services: 2, stuck: 0 },
      { name: 'code', title: 'Code', services: 0, stuck: 0 },
      { name: 'readiness', title: 'Readiness', services: 0, stuck: 0 },
      { name: 'production', title: 'Production', services: 1, stuck: 0 },
      {
        name: 'retired',
        title: 'Retired',
        isEnd: true,
        services: 0,
        stuck: 0,
      },
    ]);
    const { stages: counted } = await list({ type: 'website' });
    expect(counted[0].services).toBe(1);
  });

  it.each([
    [{ stage: 'design' }, ['quotes', 'shop']],
    [{ owner: 'group:default/booking', search: 'EDG' }, ['ledger']],
    [{ owner: 'group:default/tracking' }, []],
    [{ asked: true }, ['quotes']],
    [{ stuck: true }, []],
  ])('can be narrowed to %j', async (input, expected) => {
    expect(await names(input)).toEqual(expected);
  });

  it('can be narrowed to what the caller may answer: not what they asked for', async () => {
    const input = { answerable: true };
    expect(await names(input, portal.ken)).toEqual(['quotes']);
    expect(await names(input, portal.noor)).toEqual([]);
    expect(await names(input, portal.sam)).toEqual([]);
    expect(
      await refused(portal.program.ask('list-lifecycles', input), 400),
    ).toBe('answerable is for people: no program answers');
  });

  it('has those first that are longer in a stage than its time, and counts them', async () => {
    later(8 * DAY);
    expect(await names({})).toEqual(['quotes', 'shop', 'ledger']);
    const { items, stages } = await list({ stuck: true });
    expect(items.map(({ isStuck }: any) => isStuck)).toEqual([true, true]);
    expect(stages[0]).toMatchObject({ services: 2, stuck: 2 });
  });

  it('comes page by page', async () => {
    const first = await list({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const next = await list({ limit: 2, cursor: first.nextCursor });
    expect(next.items.map(({ title }: any) => title)).toEqual(['shop']);
    expect(next.nextCursor).toBeUndefined();
  });

  it('is refused for a stage that is not', async () => {
    expect(
      await refused(portal.dana.ask('list-lifecycles', { stage: 'test' }), 400),
    ).toBe('stage must be one of design, code, readiness, production, retired');
  });
});
