import { placesChosenFirst, placesChosenFor, toInputs } from './places';

const at = (environment: string, ...regions: string[]) =>
  regions.map(region => ({ environment, region }));
const staging = at('staging', 'eu', 'us');
const production = at('production', 'eu', 'us', 'ap');
const all = [...staging, ...production];

describe('The places that a form starts with', () => {
  it('are all but production', () => {
    expect(placesChosenFirst(all)).toEqual(staging);
  });

  it('are all where there is only one environment', () => {
    expect(placesChosenFirst(production)).toEqual(production);
  });

  it('are those of the environment that one came from, which stay in step', () => {
    const [start] = production;
    const row = { differsByRegion: false };
    expect(placesChosenFor(all, start, row)).toEqual(production);
  });

  it('are only the place that one came from where regions differ on purpose', () => {
    const [start] = production;
    const row = { differsByRegion: true };
    expect(placesChosenFor(all, start, row)).toEqual([start]);
  });
});

describe('The calls that name places', () => {
  it('is one without regions where environments are whole', () => {
    expect(toInputs(all, all)).toEqual([
      { environments: ['staging', 'production'], regions: undefined },
    ]);
  });

  it('is one with regions where environments have the same ones chosen', () => {
    const chosen = [...at('staging', 'eu'), ...at('production', 'eu')];
    expect(toInputs(chosen, all)).toEqual([
      { environments: ['staging', 'production'], regions: ['eu'] },
    ]);
  });

  it('are several where one could not name exactly these', () => {
    const chosen = [...staging, ...at('production', 'ap')];
    expect(toInputs(chosen, all)).toEqual([
      { environments: ['staging'], regions: undefined },
      { environments: ['production'], regions: ['ap'] },
    ]);
  });
});
