import { DANA, NOOR, NOON, Walker } from './__testUtils__/walking';

const begun = () => new Walker().setOut();
const said = { at: new Date(NOON).toISOString() };

describe('a step that people approve', () => {
  it('offers to request their approval once its turn has come', () => {
    expect(begun().step('review')).toMatchObject({
      kind: 'approval',
      state: 'open',
      action: { kind: 'request-approval', title: 'Request approval' },
      approval: { state: 'none', approvers: ['group:default/platform'] },
    });
    expect(begun().step('go').action).toBeUndefined();
  });

  it('says who asked for it, and waits for an answer', () => {
    const walker = begun().ask('review');
    expect(walker.step('review')).toMatchObject({
      state: 'asked',
      waitsFor: ['Waits for an answer of Platform Engineering'],
      action: undefined,
      approval: {
        state: 'asked',
        asked: { ...said, by: DANA, comment: 'please' },
      },
    });
    expect(walker.judgement.asked.map(({ name }) => name)).toEqual(['review']);
    expect(walker.stage).toBe('design');
  });

  it('is done once it is approved, by whom and why', () => {
    const walker = begun().approve('review');
    expect(walker.stage).toBe('code');
    expect(walker.step('review')).toMatchObject({
      state: 'done',
      approval: {
        state: 'approved',
        answered: { ...said, by: NOOR, comment: 'as discussed' },
      },
    });
  });

  it('holds the service where it was rejected, and can be asked for again', () => {
    const walker = begun()
      .ask('review')
      .answer('review', 'rejected', 'too big');
    expect(walker.stage).toBe('design');
    expect(walker.step('review')).toMatchObject({
      state: 'rejected',
      waitsFor: ['Noor Haddad said no: too big'],
      action: { kind: 'request-approval', title: 'Request approval again' },
    });
    expect(walker.ask('review').states.review).toBe('asked');
    expect(walker.answer('review', 'approved').stage).toBe('code');
  });
});
