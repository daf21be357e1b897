import {
  answered,
  approve,
  hold,
  ofQuotes,
  stepIn,
} from './__testUtils__/asking';
import { DANA, NOOR, QUOTES } from './__testUtils__/company';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

describe('the life cycle of a new service', () => {
  let portal: Portal;
  afterEach(() => portal.stop());
  const look = () => answered(portal.sam, 'get-lifecycle');

  it('is walked from design review to production', async () => {
    portal = await startPortal();
    const begun = await answered(portal.dana, 'begin-lifecycle');
    expect(begun).toMatchObject({
      service: QUOTES,
      owners: ['group:default/booking'],
      type: 'microservice',
      stage: 'design',
      beganBy: DANA,
      isStuck: false,
      isComplete: false,
      next: 'Request approval: Review',
    });

    await hold(portal);
    await approve(portal, 'review');
    expect(await look()).toMatchObject({
      stage: 'code',
      next: 'Repository: code-there is not so',
    });

    await hold(portal, 'code-there', 'build-passed');
    expect(await look()).toMatchObject({ stage: 'readiness' });
    await hold(portal, 'docs-there');
    await approve(portal, 'go');
    const last = await look();
    expect(last.next).toBe('See its deployments: healthy is not so');
    expect(stepIn(last, 'running').action).toEqual({
      kind: 'page',
      title: 'See its deployments',
      path: '/catalog/default/component/quotes/deployments',
    });
    expect(stepIn(last, 'go').approval).toMatchObject({
      state: 'approved',
      approvers: ['group:default/platform'],
      asked: { by: DANA, comment: 'please' },
      answered: { by: NOOR, comment: 'fine' },
    });

    const done = await hold(portal, 'healthy');
    expect(done).toMatchObject({ stage: 'production', isComplete: true });
    expect(done.next).toBeUndefined();
  });

  it('shows each fact with what was seen and when', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    const { facts } = stepIn(await hold(portal, 'code-there'), 'repository');
    expect(facts).toEqual([
      {
        id: 'code-there',
        title: 'The fact code-there',
        state: 'holds',
        sentence: 'code-there is so',
        seenAt: expect.any(String),
      },
    ]);
  });

  it('keeps what was seen last while its source fails, marked', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await hold(portal, 'code-there');
    portal.facts.failure = 'The test is away';
    const { facts } = stepIn(
      await answered(portal.dana, 'refresh-facts'),
      'repository',
    );
    expect(facts).toMatchObject([
      { state: 'holds', stale: { sentence: 'The test is away' } },
    ]);
  });

  it('is broken where it was done and is not any more', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await hold(portal, 'code-there', 'build-passed');
    await approve(portal, 'review');
    portal.facts.fail('quotes', 'build-passed');
    const broken = await answered(portal.dana, 'refresh-facts');
    expect(broken).toMatchObject({
      stage: 'readiness',
      broken: 1,
      next: 'Mend Build: build-passed is not so',
    });
  });

  it('ends where the service retires', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    expect(await hold(portal, 'retired')).toMatchObject({ stage: 'retired' });
    expect(await hold(portal, 'runs-nowhere')).toMatchObject({
      isComplete: true,
    });
  });

  it('is begun by a program for who created the service, and by nobody else for another', async () => {
    portal = await startPortal();
    const input = { ...ofQuotes, startedBy: NOOR };
    const { status, body } = await portal.dana.ask('begin-lifecycle', input);
    expect({ status, message: body.error.message }).toEqual({
      status: 400,
      message: 'startedBy is for programs: you are known',
    });
    expect(
      await answered(portal.program, 'begin-lifecycle', input),
    ).toMatchObject({ beganBy: NOOR });
  });

  it('is the same when it is begun twice', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await approve(portal, 'review');
    expect(await answered(portal.noor, 'begin-lifecycle')).toMatchObject({
      stage: 'code',
      beganBy: DANA,
    });
  });
});
