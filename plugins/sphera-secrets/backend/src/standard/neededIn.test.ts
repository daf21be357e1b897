import { neededIn, REGIONS_ANNOTATION } from './neededIn';

const cluster = (environment: string, region: string) => ({
  name: `${environment}-${region}`,
  environment,
  region,
});
const fleet = {
  regions: ['frankfurt', 'virginia', 'sydney'].map(name => ({
    name,
    title: name,
  })),
  clusters: [
    cluster('staging', 'frankfurt'),
    cluster('production', 'frankfurt'),
    cluster('production', 'virginia'),
  ],
};

/** Regions of an environment where a service needs its secrets. */
function needed(environment: string, regions?: string): string[] {
  const annotations =
    regions === undefined ? {} : { [REGIONS_ANNOTATION]: regions };
  return fleet.regions
    .map(({ name }) => name)
    .filter(region =>
      neededIn(fleet)({ annotations }, { environment, region }),
    );
}

describe('secrets are needed', () => {
  it('in every region where the environment has a cluster', () => {
    expect(needed('staging')).toEqual(['frankfurt']);
    expect(needed('production')).toEqual(['frankfurt', 'virginia']);
  });

  it('in every region of an environment that has no cluster at all', () => {
    expect(needed('lambdas')).toEqual(['frankfurt', 'virginia', 'sydney']);
  });

  it('only in the regions that the entry of the service names', () => {
    expect(needed('production', 'virginia')).toEqual(['virginia']);
    expect(needed('production', ' virginia , sydney')).toEqual(['virginia']);
    expect(needed('staging', 'virginia')).toEqual([]);
  });

  it('as ever where the entry names no region that there is', () => {
    for (const slip of ['', 'virgina', ' , ']) {
      expect(needed('production', slip)).toEqual(['frankfurt', 'virginia']);
    }
  });
});
