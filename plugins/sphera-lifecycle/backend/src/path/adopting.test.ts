import { DAY, Walker } from './__testUtils__/walking';

const CODE = ['repository-exists', 'main-build-passed'];
const READY = ['docs-exist', 'autoscaler'];

describe('a service that was there before its life cycle was kept', () => {
  it('is put at the furthest stage that facts prove, approvals before that taken as given', () => {
    const walker = new Walker().hold(...CODE, ...READY, 'healthy').adopt();
    expect(walker.stage).toBe('production');
    expect(walker.judgement.isComplete).toBe(true);
    expect(walker.step('review')).toMatchObject({
      state: 'done',
      approval: { state: 'adopted' },
    });
    expect(walker.step('go').approval!.state).toBe('adopted');
  });

  it('goes on from there: what facts prove is done', () => {
    expect(new Walker().hold(...CODE).adopt().stage).toBe('readiness');
  });

  it('still needs an approval of the stage that it is in', () => {
    const walker = new Walker().hold(...CODE, ...READY).adopt();
    expect(walker.stage).toBe('readiness');
    expect(walker.states.go).toBe('open');
    expect(walker.judgement.next).toBe('Request approval: The go');
  });

  it('has what is missing before that left to do, and nothing broken', () => {
    const walker = new Walker().hold(...CODE, 'autoscaler', 'healthy');
    walker.fail('docs-exist').adopt();
    expect(walker.stage).toBe('production');
    expect(walker.states.docs).toBe('open');
    expect(walker.judgement).toMatchObject({
      broken: 0,
      isComplete: false,
      isAtRest: true,
      next: 'The docs: docs-exist fails',
    });
    expect(walker.hold('docs-exist').judgement.isComplete).toBe(true);
  });

  it('is not put at a stage of which a needed fact is missing', () => {
    const walker = new Walker().hold('repository-exists').adopt();
    expect(walker.stage).toBe('design');
    expect(walker.step('review').approval!.state).toBe('none');
  });

  it('is put further where an optional step alone is missing', () => {
    const walker = new Walker('website').hold('docs-exist').adopt();
    expect(walker.stage).toBe('readiness');
  });

  it('begins at the first stage where nothing is proven', () => {
    expect(new Walker().adopt().stage).toBe('design');
  });

  it('is put further by facts that come within a day', () => {
    const walker = new Walker().adopt().later(DAY / 2);
    walker.hold(...CODE, ...READY, 'healthy');
    expect(walker.stage).toBe('production');
    expect(walker.states.go).toBe('done');
  });

  it('walks like any other after that, and once somebody has asked for an approval', () => {
    const late = new Walker().adopt().later(2 * DAY);
    expect(late.hold(...CODE, 'healthy').stage).toBe('design');
    const asking = new Walker().adopt().ask('review');
    expect(asking.hold(...CODE, 'healthy').stage).toBe('design');
  });
});
