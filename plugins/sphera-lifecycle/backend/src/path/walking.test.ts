import {
  DAY,
  NOON,
  PATH,
  stage,
  proven,
  Walker,
} from './__testUtils__/walking';

const CODE = ['repository-exists', 'main-build-passed'];
const READY = ['docs-exist', 'autoscaler'];
const begun = () => new Walker().setOut();
const inCode = () => begun().approve('review');
const inReadiness = () => inCode().hold(...CODE);
const inProduction = () =>
  inReadiness()
    .hold(...READY)
    .approve('go');
const walked = () => inProduction().hold('healthy');

describe('a new service', () => {
  it('begins at the first stage, whatever facts say', () => {
    const walker = new Walker().hold(...CODE, ...READY, 'healthy').setOut();
    expect(walker.stage).toBe('design');
    expect(walker.states.review).toBe('open');
  });

  it('goes on once every step of its stage is done, and not before', () => {
    const walker = inCode();
    expect(walker.stage).toBe('code');
    expect(walker.hold('repository-exists').stage).toBe('code');
    expect(walker.hold('main-build-passed').stage).toBe('readiness');
  });

  it('goes through several stages at once where all is done already', () => {
    const walker = begun().hold(...CODE);
    expect(walker.stage).toBe('design');
    expect(walker.approve('review').stage).toBe('readiness');
  });

  it('is in a stage since it came there', () => {
    const walker = begun().later(DAY);
    expect(walker.judgement.since).toBe(NOON);
    walker.approve('review').later(DAY);
    expect(walker.judgement.since).toBe(NOON + DAY);
  });

  it('is complete once the last stage is done, and rests', () => {
    expect(inProduction().judgement).toMatchObject({ isComplete: false });
    expect(walked().judgement).toMatchObject({
      isComplete: true,
      isAtRest: true,
      next: undefined,
      broken: 0,
    });
    expect(walked().stage).toBe('production');
  });

  it('draws its stages as done, present and ahead', () => {
    const states = inCode().judgement.stages.map(({ state }) => state);
    expect(states).toEqual(['done', 'present', 'ahead', 'ahead', 'ahead']);
    const ends = inCode().judgement.stages.map(({ isEnd }) => isEnd);
    expect(ends).toEqual([undefined, undefined, undefined, undefined, true]);
  });
});

describe('a stage that is passed', () => {
  it('never comes back: what fails in it later is broken, counted and next', () => {
    const walker = inProduction().fail('main-build-passed');
    expect(walker.stage).toBe('production');
    expect(walker.states.build).toBe('broken');
    expect(walker.step('build').waitsFor).toEqual(['main-build-passed fails']);
    expect(walker.judgement).toMatchObject({
      broken: 1,
      next: 'Mend The build: main-build-passed fails',
    });
  });

  it('is whole again once the facts hold again', () => {
    const walker = inProduction()
      .fail(...CODE)
      .hold(...CODE);
    expect(walker.judgement.broken).toBe(0);
    expect(walker.states.build).toBe('done');
  });

  it('is not broken by a fact that nobody knows at the moment', () => {
    const walker = inProduction().forget('main-build-passed');
    expect(walker.states.build).toBe('done');
    expect(walker.step('build').facts).toMatchObject([
      { state: 'unknown', sentence: 'Nobody has looked yet' },
    ]);
  });

  it('makes a service that runs in production incomplete while it is broken', () => {
    const walker = walked().fail('healthy');
    expect(walker.states.running).toBe('broken');
    expect(walker.judgement).toMatchObject({
      isComplete: false,
      isAtRest: true,
      broken: 1,
    });
  });

  it('is not broken by an optional step', () => {
    const walker = new Walker('website').setOut().approve('review');
    walker
      .hold(...CODE, ...READY)
      .approve('go')
      .fail('autoscaler');
    expect(walker.states.scaling).toBe('skipped');
    expect(walker.judgement.broken).toBe(0);
  });
});

describe('a step ahead', () => {
  it('is done where its facts hold already', () => {
    expect(inCode().hold('docs-exist').states.docs).toBe('done');
  });

  it('waits, and says for which stages', () => {
    const { state, waitsFor, action } = begun().step('running');
    expect({ state, action }).toEqual({ state: 'waiting', action: undefined });
    expect(waitsFor).toEqual([
      'Waits for the stages Design, Code and Readiness',
    ]);
    expect(inProduction().fail('healthy').states.running).toBe('open');
  });

  it('does not name stages in between in which all is done', () => {
    const { waitsFor } = begun()
      .hold(...CODE)
      .step('docs');
    expect(waitsFor).toEqual(['Waits for the stage Design']);
  });

  it('waits for steps of its own stage that come first, too', () => {
    const walker = inReadiness().hold('docs-exist');
    expect(walker.step('go')).toMatchObject({
      state: 'waiting',
      waitsFor: ['Waits for the step The scaling'],
    });
    expect(walker.hold('autoscaler').states.go).toBe('open');
  });

  it('names three of many stages, and how many more', () => {
    const way = ['one', 'two', 'three', 'four', 'five'].map(name =>
      stage(name, [proven(name, [name])]),
    );
    const { waitsFor } = new Walker('website', { way }).setOut().step('five');
    expect(waitsFor).toEqual([
      'Waits for the stages One, Two, Three and 1 more',
    ]);
  });
});

describe('what to do next', () => {
  it('is what is missing in the present stage', () => {
    const walker = inCode().fail('repository-exists');
    expect(walker.judgement.next).toBe(
      'The repository: repository-exists fails',
    );
  });

  it('is said with what can be done about it', () => {
    const action = {
      kind: 'link',
      title: 'Open it',
      url: 'https://x/',
    } as const;
    const way = [stage('one', [proven('first', ['fact'], { action })])];
    const walker = new Walker('website', { way }).setOut().fail('fact');
    expect(walker.judgement.next).toBe('Open it: fact fails');
  });

  it('is to request an approval, then to wait for it, then what was said against it', () => {
    const walker = begun();
    expect(walker.judgement.next).toBe('Request approval: The review');
    expect(walker.ask('review').judgement.next).toBe(
      'The review: waits for an answer of Platform Engineering',
    );
    walker.answer('review', 'rejected', 'no owner named');
    expect(walker.judgement.next).toBe(
      'The review: Noor Haddad said no: no owner named',
    );
  });
});

describe('a path that was changed', () => {
  it('lets a service whose stage is gone begin anew, past all that is done', () => {
    const walker = inReadiness();
    const way = PATH.way.filter(({ name }) => name !== 'readiness');
    expect(walker.follow({ way }).stage).toBe('production');
  });

  it('asks for a step that is new in a stage that was passed, without breaking it', () => {
    const walker = inProduction();
    const way = PATH.way.map(one =>
      one.name === 'code'
        ? { ...one, steps: [...one.steps, proven('image', ['image-pushed'])] }
        : one,
    );
    walker.follow({ way }).fail('image-pushed');
    expect(walker.stage).toBe('production');
    expect(walker.states.image).toBe('open');
    expect(walker.judgement).toMatchObject({
      broken: 0,
      isComplete: false,
      next: 'The image: image-pushed fails',
    });
  });

  it('goes on where a stage was added at its end', () => {
    const way = [...PATH.way, stage('world', [proven('known', ['known'])])];
    const walker = walked().follow({ way });
    expect(walker.stage).toBe('world');
    expect(walker.judgement).toMatchObject({
      isComplete: false,
      isAtRest: false,
    });
  });
});
