import { approved, proven, stage, Walker } from './__testUtils__/walking';

const way = [
  stage('build', [
    proven('image', ['image-pushed'], { onlyFor: ['microservice'] }),
    proven('bundle', ['bundle-pushed'], { optionalFor: ['microservice'] }),
    proven('badge', ['badge-shown'], { isOptional: true }),
  ]),
  stage('run', [approved('go', { after: ['image', 'badge'] })]),
];
const begun = (type: string) => new Walker(type, { way }).setOut();

describe('steps that are not for every type of service', () => {
  it('are skipped for the others, which go on without them', () => {
    const website = begun('website');
    expect(website.states.image).toBe('skipped');
    expect(website.hold('bundle-pushed').stage).toBe('run');
  });

  it('are optional for the types that are named', () => {
    const service = begun('microservice');
    expect(service.step('bundle')).toMatchObject({
      isOptional: true,
      state: 'open',
    });
    expect(service.hold('image-pushed').stage).toBe('run');
    expect(service.states.bundle).toBe('skipped');
    expect(service.hold('bundle-pushed').states.bundle).toBe('done');
  });

  it('are waited for by no other step', () => {
    const website = begun('website').hold('bundle-pushed');
    expect(website.states.go).toBe('open');
  });

  it('are never what is to do next', () => {
    const website = begun('website').fail('badge-shown', 'bundle-pushed');
    expect(website.judgement.next).toBe('The bundle: bundle-pushed fails');
  });

  it('let a stage pass at once in which nothing is needed', () => {
    const optional = [
      stage('one', [proven('first', ['first'], { isOptional: true })]),
      stage('two', [proven('second', ['second'])]),
    ];
    expect(new Walker('website', { way: optional }).setOut().stage).toBe('two');
  });
});
