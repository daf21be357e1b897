import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { NoLayoutError } from '../errors';
import type { LayoutSettings } from '../settings/RollbackSettings';
import { readAll } from '../settings/__testUtils__/read';
import { openLayouts } from './openLayouts';

const cluster = (name: string, environment: string, region: string) => ({
  name,
  environment,
  region,
});
const fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
    { name: 'empty', title: 'Empty' },
  ],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
  ],
  clusters: [
    cluster('s1', 'staging', 'eu'),
    cluster('p1', 'production', 'eu'),
    cluster('p2', 'production', 'us'),
    cluster('p3', 'production', 'us'),
  ],
};
const quotes: ServiceEntry = {
  ref: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: ['group:default/booking', 'user:default/dana'],
  type: 'microservice',
  system: 'system:default/booking-flow',
  environments: [],
  annotations: {},
};
const helm = { repository: 'gitops', kind: 'helm' as const };
const opened = (...layouts: LayoutSettings[]) =>
  openLayouts(
    {
      ...readAll({}),
      repositories: [
        {
          name: 'gitops',
          url: 'https://git.example/gitops.git',
          branch: 'live/now',
          way: 'push',
          fileUrl: 'https://git.example/{branch}/{path}',
        },
      ],
      layouts,
    },
    fleet,
  );
const filesOf = (file: string, environment = 'production', service = quotes) =>
  opened({ ...helm, file })
    .filesOf(service, environment)
    .map(({ path, regions, clusters }) => ({ path, regions, clusters }));

describe('the files of a service', () => {
  it('are one for all regions where the layout has neither region nor cluster', () => {
    expect(filesOf('{environment}/{service}.yaml')).toEqual([
      {
        path: 'production/quotes.yaml',
        regions: ['eu', 'us'],
        clusters: ['p1', 'p2', 'p3'],
      },
    ]);
  });

  it('are one per region, with the clusters that follow it', () => {
    expect(filesOf('{service}/{environment}/{region}.yaml')).toEqual([
      { path: 'quotes/production/eu.yaml', regions: ['eu'], clusters: ['p1'] },
      {
        path: 'quotes/production/us.yaml',
        regions: ['us'],
        clusters: ['p2', 'p3'],
      },
    ]);
  });

  it('are one per cluster', () => {
    expect(filesOf('{cluster}/{service}.yaml').map(({ path }) => path)).toEqual(
      ['p1/quotes.yaml', 'p2/quotes.yaml', 'p3/quotes.yaml'],
    );
  });

  it('may be under the owner and the system', () => {
    expect(filesOf('{system}/{owner}/{service}.yaml', 'staging')).toEqual([
      {
        path: 'booking-flow/booking/quotes.yaml',
        regions: ['eu'],
        clusters: ['s1'],
      },
    ]);
  });

  it('have their repository, their kind, and an address to look at them', () => {
    const [file] = opened({ ...helm, file: 'a b/{service}#.yaml' }).filesOf(
      quotes,
      'staging',
    );
    expect(file).toMatchObject({
      repository: 'gitops',
      kind: 'helm',
      path: 'a b/quotes#.yaml',
      url: 'https://git.example/live/now/a%20b/quotes%23.yaml',
    });
  });

  it.each([
    [
      { ...helm, path: '{service}.tag' },
      'quotes: { tag: 1.2.3 }\nother: { tag: 1 }\n',
    ],
    [
      { ...helm, kind: 'kustomize' as const, image: 'r/{service}' },
      'images: [{ name: r/quotes, newTag: 1.2.3 }]\n',
    ],
    [
      { ...helm, kind: 'manifest' as const },
      'containers: [{ image: r/quotes:1.2.3 }, { image: r/x:1 }]\n',
    ],
    [
      { ...helm, kind: 'application' as const },
      'kind: Application\nspec: { source: { helm: { parameters: [{ name: image.tag, value: 1.2.3 }] } } }\n',
    ],
  ])('are read as %j says', (layout, text) => {
    const [{ spot }] = opened({ ...layout, file: 'x' }).filesOf(
      quotes,
      'staging',
    );
    expect(spot.read(text)).toBe('1.2.3');
    expect(spot.write(text, '1.2.2')).toBe(text.replace('1.2.3', '1.2.2'));
  });

  it('are read by the whole name of the service, dots and all', () => {
    const layout = { ...helm, file: 'x', path: '{service}.tag' };
    const dotted = { ...quotes, name: 'quotes.v2' };
    const [{ spot }] = opened(layout).filesOf(dotted, 'staging');
    expect(spot.read('quotes.v2: { tag: 1.2.3 }\nquotes: { v2: 0 }\n')).toBe(
      '1.2.3',
    );
  });

  const first = { ...helm, file: 'first' };
  const rest = { ...helm, file: 'rest' };
  it.each<[string, Partial<LayoutSettings>]>([
    ['its ref', { services: ['component:default/other', quotes.ref] }],
    ['an owner', { teams: ['user:default/dana'] }],
    ['its system', { systems: ['system:default/booking-flow'] }],
    ['the environment', { environments: ['staging'] }],
    ['all of these', { services: [quotes.ref], environments: ['staging'] }],
  ])('are those of the first layout that fits by %s', (_, by) => {
    const [file] = opened({ ...first, ...by }, rest).filesOf(quotes, 'staging');
    expect(file.path).toBe('first');
  });

  it.each<[string, Partial<LayoutSettings>]>([
    ['its ref', { services: ['component:other/quotes'] }],
    ['an owner', { teams: ['group:default/billing'] }],
    ['its system', { systems: ['system:default/other'] }],
    ['the environment', { environments: ['production'] }],
    ['all of these', { services: [quotes.ref], teams: ['group:default/x'] }],
  ])('are never those of a layout that does not fit by %s', (_, by) => {
    const [file] = opened({ ...first, ...by }, rest).filesOf(quotes, 'staging');
    expect(file.path).toBe('rest');
  });
});

describe('a service without files', () => {
  it('is told that no layout fits it', () => {
    expect(() => opened().filesOf(quotes, 'staging')).toThrow(NoLayoutError);
    expect(() => opened().filesOf(quotes, 'staging')).toThrow(
      'nobody has said where quotes declares its version: no layout in sphera.rollback.layouts fits it',
    );
  });

  it('is told that no layout fits it in this environment', () => {
    const layouts = opened({ ...helm, file: 'x', environments: ['staging'] });
    expect(() => layouts.filesOf(quotes, 'production')).toThrow(
      'quotes has no file with its version for production: no layout in sphera.rollback.layouts fits it there',
    );
  });

  it('is told that an environment has no cluster', () => {
    expect(() => filesOf('{service}', 'empty')).toThrow(
      'empty has no cluster that could run quotes',
    );
  });

  it('is told what the catalog lacks', () => {
    const alone = { ...quotes, owners: [], system: undefined };
    expect(() => filesOf('{owner}/{service}', 'staging', alone)).toThrow(
      'quotes has no owner in the catalog, which the path of its file needs ({owner}/{service})',
    );
    expect(() => filesOf('{system}/{service}', 'staging', alone)).toThrow(
      'quotes has no system in the catalog',
    );
  });

  it('cannot reach out of the repository by odd names in the catalog', () => {
    const odd = { ...quotes, name: '..' };
    expect(() => filesOf('a/{service}/b', 'staging', odd)).toThrow(
      'the service of .. cannot be part of a path',
    );
    const deep = { ...quotes, name: 'a/../../b' };
    expect(() => filesOf('a/{service}/b', 'staging', deep)).toThrow(
      'cannot be part of a path',
    );
  });
});
