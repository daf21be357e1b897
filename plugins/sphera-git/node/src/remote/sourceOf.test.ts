import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { sourceOf } from './sourceOf';

const OWN = 'github.kestrel.example';
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: OWN, apiBaseUrl: `https://${OWN}/api/v3` },
        { host: 'github.com' },
      ],
    },
  }),
);
const SLUG = { 'github.com/project-slug': 'kestrel-parcels/quotes' };

describe('the source of a service', () => {
  it('is where its slug says, on the host that its location names', () => {
    const annotations = {
      ...SLUG,
      'backstage.io/source-location':
        'url:https://github.com/kestrel-parcels/quotes/tree/main/',
    };
    expect(sourceOf(annotations, integrations)).toEqual({
      host: 'github.com',
      apiBaseUrl: 'https://api.github.com',
      owner: 'kestrel-parcels',
      repo: 'quotes',
    });
  });

  it.each([
    ['no location', undefined],
    ['a file as its location', 'file:/somewhere/catalog.yaml'],
    [
      'a location on a host that the portal does not know',
      'url:https://x.example/a/b',
    ],
  ])('is on the first host of the configuration for %s', (_what, location) => {
    const annotations = {
      ...SLUG,
      ...(location && { 'backstage.io/source-location': location }),
    };
    expect(sourceOf(annotations, integrations)).toMatchObject({
      host: OWN,
      apiBaseUrl: `https://${OWN}/api/v3`,
    });
  });

  it.each([undefined, '', 'quotes', 'a/b/c'])(
    'is not known where the slug is %j',
    slug => {
      const annotations =
        slug === undefined ? {} : { 'github.com/project-slug': slug };
      expect(sourceOf(annotations, integrations)).toBeUndefined();
    },
  );
});
