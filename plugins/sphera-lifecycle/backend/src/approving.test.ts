import {
  answered,
  approve,
  ofQuotes,
  refused,
  stepIn,
} from './__testUtils__/asking';
import { DANA, LIFECYCLE, NOOR } from './__testUtils__/company';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const review = { ...ofQuotes, step: 'review', comment: 'please' };

describe('an approval', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
  });
  afterEach(() => portal.stop());
  const request = (caller = portal.dana, input: object = review) =>
    caller.ask('request-approval', input);
  const yes = (caller = portal.noor, input: object = review) =>
    caller.ask('approve-step', input);

  it('is given by one of the approvers, and never by who asked', async () => {
    await request(portal.noor).expect(200);
    expect(await refused(yes(portal.noor), 403)).toBe(
      'You asked for Review yourself: another of its approvers has to answer',
    );
    expect(
      await refused(portal.noor.ask('reject-step', review), 403),
    ).toContain('You asked for Review yourself');
    expect(await answered(portal.ken, 'approve-step', review)).toMatchObject({
      stage: 'code',
    });
  });

  it('is given by whoever is in a group within an approving group', async () => {
    await request().expect(200);
    const seenBy = async (caller = portal.ida) => {
      const found = await answered(caller, 'get-lifecycle');
      return stepIn(found, 'review').approval.isYours;
    };
    expect(await seenBy()).toBe(true);
    expect(await seenBy(portal.sam)).toBe(false);
    const input = { answerable: true };
    const { items } = await answered(portal.ida, 'list-lifecycles', input);
    expect(items).toHaveLength(1);
    expect(await answered(portal.ida, 'approve-step', review)).toMatchObject({
      stage: 'code',
    });
  });

  it('is given by nobody else', async () => {
    await request().expect(200);
    for (const caller of [portal.dana, portal.sam]) {
      expect(await refused(yes(caller), 403)).toBe(
        'You are no approver of Review: that is for Platform Engineering',
      );
    }
    expect(await refused(yes(portal.program), 403)).toBe(
      'Review needs the word of a person: no program answers',
    );
    expect(await answered(portal.dana, 'get-lifecycle')).toMatchObject({
      stage: 'design',
      asked: [{ step: 'review', title: 'Review' }],
    });
  });

  it('is given only where somebody asked, and once', async () => {
    expect(await refused(yes(), 409)).toBe('Nobody has asked for Review yet');
    await request().expect(200);
    await yes().expect(200);
    expect(await refused(yes(), 409)).toBe('Review is done already');
    expect(await refused(request(), 409)).toBe('Review is done already');
  });

  it('is asked for once at a time', async () => {
    const answers = await Promise.all([request(), request(), request()]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409]);
    expect(await refused(request(), 409)).toBe(
      'Dana Reyes has asked for Review already: its approvers have to answer',
    );
  });

  it('is answered once where two answer in the same moment', async () => {
    await request().expect(200);
    const answers = await Promise.all([
      yes(portal.noor),
      portal.ken.ask('reject-step', review),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409]);
  });

  it('is asked for when its turn has come, not before', async () => {
    const go = { ...review, step: 'go' };
    expect(await refused(request(portal.dana, go), 409)).toBe(
      'The turn of Go has not come: Waits for the stages Design and Code; Waits for the step Docs',
    );
    expect(await refused(yes(portal.noor, go), 409)).toBe(
      'Nobody has asked for Go yet: Waits for the stages Design and Code; Waits for the step Docs',
    );
  });

  it('is refused with what is missing, and asked for again', async () => {
    await request().expect(200);
    const no = { ...review, comment: 'name an owner' };
    const rejected = await answered(portal.noor, 'reject-step', no);
    expect(rejected.next).toBe('Review: Noor Haddad said no: name an owner');
    expect(stepIn(rejected, 'review')).toMatchObject({
      state: 'rejected',
      approval: { answered: { by: NOOR, comment: 'name an owner' } },
    });
    expect(await approve(portal, 'review')).toMatchObject({ stage: 'code' });
  });

  it('is for steps that people approve', async () => {
    expect(
      await refused(request(portal.dana, { ...review, step: 'build' }), 400),
    ).toBe('step must be approved by people: facts prove Build');
    expect(
      await refused(request(portal.dana, { ...review, step: 'party' }), 400),
    ).toBe('step must be a step that is approved: review, go');
  });
});

describe('an approval that nobody else could give', () => {
  it('is not asked for', async () => {
    const [design, ...others] = LIFECYCLE.stages;
    const approvers = [DANA, 'group:default/nobody'];
    const steps = [{ name: 'review', title: 'Review', approvers }];
    const config = { stages: [{ ...design, steps }, ...others] };
    const portal = await startPortal({ config });
    await answered(portal.dana, 'begin-lifecycle');
    expect(
      await refused(portal.dana.ask('request-approval', review), 409),
    ).toBe(
      'Nobody but you could approve Review, which is for Dana Reyes and nobody: nobody approves what they asked for',
    );
    await portal.ken.ask('request-approval', review).expect(200);
    await portal.stop();
  });

  it('is asked for where somebody could in a group within the approving one', async () => {
    const [design, ...others] = LIFECYCLE.stages;
    const approvers = ['group:default/company'];
    const steps = [{ name: 'review', title: 'Review', approvers }];
    const config = { stages: [{ ...design, steps }, ...others] };
    const portal = await startPortal({ config });
    await answered(portal.dana, 'begin-lifecycle');
    const { asked } = await answered(portal.ida, 'request-approval', review);
    expect(asked).toHaveLength(1);
    await portal.stop();
  });
});
