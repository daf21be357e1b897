import { DAY, NOON, Walker } from './__testUtils__/walking';

const CODE = ['repository-exists', 'main-build-passed'];
const begun = () => new Walker().setOut();

describe('a service that retires', () => {
  it('comes to the end from wherever it is, and only by that fact', () => {
    const walker = begun().hold('runs-nowhere');
    expect(walker.stage).toBe('design');
    expect(walker.step('gone')).toMatchObject({
      state: 'waiting',
      waitsFor: ['Comes only with this fact: retired'],
    });
    walker.later(DAY).hold('retired');
    expect(walker.stage).toBe('retired');
    expect(walker.judgement.since).toBe(NOON + DAY);
  });

  it('has to run nowhere, and nothing else is asked of it', () => {
    const walker = begun()
      .approve('review')
      .hold(...CODE)
      .hold('retired');
    walker.fail('main-build-passed', 'runs-nowhere');
    expect(walker.judgement).toMatchObject({
      broken: 0,
      isComplete: false,
      isAtRest: false,
      next: 'The gone: runs-nowhere fails',
    });
    expect(walker.states).toMatchObject({
      review: 'done',
      build: 'skipped',
      go: 'skipped',
    });
    walker.hold('runs-nowhere');
    expect(walker.judgement).toMatchObject({
      isComplete: true,
      isAtRest: true,
      next: undefined,
    });
  });

  it('has done the stages that it passed, and no others', () => {
    const walker = begun().approve('review').hold('retired');
    const states = walker.judgement.stages.map(({ state }) => state);
    expect(states).toEqual(['done', 'ahead', 'ahead', 'ahead', 'present']);
  });

  it('is back where it was when it retires no longer', () => {
    const walker = begun().approve('review').hold('retired').fail('retired');
    expect(walker.stage).toBe('code');
    expect(walker.judgement.since).toBe(NOON);
  });

  it('stays where it is while nobody knows', () => {
    expect(begun().hold('retired').forget('retired').stage).toBe('retired');
  });

  it('needs nothing of that to be complete', () => {
    const walker = new Walker()
      .hold(...CODE, 'docs-exist', 'autoscaler', 'healthy')
      .adopt();
    expect(walker.fail('runs-nowhere').judgement.isComplete).toBe(true);
  });
});
