import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

const FACTS = [
  'repository-exists',
  'main-build-passed',
  'image-pushed',
  'resources-known',
  'owner-set',
  'links-set',
  'docs-exist',
  'retired-declared',
  'runs-nowhere',
];
const IN_ENVIRONMENTS = [
  'deployed-in',
  'healthy-in',
  'secrets-complete',
  'autoscaler-in',
  'disruption-budget-in',
];

function pathOf(
  names: string[],
  options: { policy?: object; facts?: string[] } = {},
) {
  const fleet = {
    environments: names.map(name => ({ name, title: name.toUpperCase() })),
    regions: [],
    clusters: [],
  };
  const all = IN_ENVIRONMENTS.flatMap(fact =>
    names.map(name => `${fact}:${name}`),
  );
  const known = new Set(options.facts ?? [...FACTS, ...all]);
  const { policy } = options;
  const config = new ConfigReader(policy ? { sphera: { policy } } : {});
  return readSettings(config, { fleet, known });
}
const factsOf = (path: ReturnType<typeof pathOf>) =>
  path.way.map(({ name, steps }) => [
    name,
    ...steps.map(({ facts, approvers }) => [...facts, ...approvers].join(' ')),
  ]);

describe('the path that sphera comes with', () => {
  it('leads from design review to production, in the environments of the fleet', () => {
    const path = pathOf(['staging', 'production']);
    expect(factsOf(path)).toEqual([
      ['design-review', 'group:default/platform'],
      ['repository', 'repository-exists'],
      ['ci', 'main-build-passed', 'image-pushed'],
      ['development', 'deployed-in:staging'],
      ['secrets', 'secrets-complete:staging'],
      ['resources', 'resources-known'],
      ['staging', 'healthy-in:staging'],
      [
        'readiness',
        'owner-set links-set',
        'docs-exist',
        'autoscaler-in:staging disruption-budget-in:staging',
        'group:default/platform',
      ],
      ['production', 'healthy-in:production'],
    ]);
    expect(path.way[3].steps[0].title).toBe('Deployed in STAGING');
    expect(path.end).toMatchObject({
      name: 'retired',
      enteredWhen: 'retired-declared',
    });
    expect(path.way[8].steps[0].action).toEqual({
      kind: 'promote',
      title: 'Promote from STAGING to PRODUCTION',
      from: 'staging',
      to: 'production',
    });
  });

  it('offers no template that creates what the catalog has already', () => {
    const actions = pathOf(['staging', 'production']).way.flatMap(({ steps }) =>
      steps.flatMap(({ action }) => action ?? []),
    );
    expect(actions[0]).toEqual({
      kind: 'page',
      title: 'See its catalog entry',
      path: '/catalog/{namespace}/component/{name}',
    });
    expect(actions.filter(({ kind }) => kind === 'template')).toEqual([]);
  });

  it('knows an environment for development, and the last one before production', () => {
    const path = pathOf(['qa', 'develop', 'preview', 'prod-eu', 'live']);
    const facts = factsOf(path).flat();
    expect(facts).toEqual(
      expect.arrayContaining([
        'deployed-in:develop',
        'secrets-complete:qa',
        'healthy-in:preview',
        'healthy-in:live',
      ]),
    );
  });

  it('leaves out what nobody in this portal can tell', () => {
    const path = pathOf(['production'], {
      facts: ['owner-set', 'docs-exist'],
    });
    expect(factsOf(path)).toEqual([
      ['design-review', 'group:default/platform'],
      ['readiness', 'owner-set', 'docs-exist', 'group:default/platform'],
    ]);
    expect(path.way[1].steps[2].after).toEqual(['ownership', 'documentation']);
    expect(path.end).toBeUndefined();
  });

  it('has the group approve that runs the portal', () => {
    const path = pathOf(['staging'], { policy: { platformGroup: 'Infra' } });
    expect(path.way[0].steps[0].approvers).toEqual(['group:default/infra']);
  });
});
