import type { FactSource } from '@sphera/plugin-lifecycle-node';
import { FactSources } from './FactSources';

const source = (changes: Partial<FactSource> = {}): FactSource => ({
  id: 'beacons',
  title: 'Beacons',
  facts: [{ id: 'beacon-lit', title: 'Lit' }],
  lookEvery: 60_000,
  look: async () => new Map(),
  ...changes,
});
const fact = (id: string) => ({ facts: [{ id, title: 'Something' }] });

describe('sources of facts', () => {
  it('are kept in their order, with what they can tell', () => {
    const sources = new FactSources();
    sources.addSource(source());
    sources.addSource(source({ id: 'lamps', ...fact('lamp-lit:staging-2') }));
    expect(sources.all.map(({ id }) => id)).toEqual(['beacons', 'lamps']);
    expect([...sources.descriptions.keys()]).toEqual([
      'beacon-lit',
      'lamp-lit:staging-2',
    ]);
  });

  it.each([
    [source({ id: 'Beacons' }), '"Beacons" is not'],
    [source({ id: '' }), 'must be kebab-case of at most 63 characters'],
    [source({ id: 'a'.repeat(64) }), 'at most 63 characters'],
    [source({ id: 'taken', ...fact('other') }), 'choose another id'],
    [source(fact('BeaconLit')), '"BeaconLit" of the source "beacons" is not'],
    [source(fact('lit:')), 'like image-pushed or healthy-in:staging'],
    [source(fact('lit in staging')), 'must be kebab-case'],
    [source(fact('known')), '"taken" has one of that id already'],
    [
      source({ facts: [...fact('twice').facts, ...fact('twice').facts] }),
      '"beacons" has one of that id already',
    ],
    [source({ lookEvery: 0 }), 'must be a number of milliseconds'],
    [source({ lookEvery: NaN }), 'NaN is not'],
    [source({ lookEvery: Infinity }), 'Infinity is not'],
  ])('are refused where something of them is wrong (%#)', (wrong, words) => {
    const sources = new FactSources();
    sources.addSource(source({ id: 'taken', ...fact('known') }));
    expect(() => sources.addSource(wrong)).toThrow(words);
    expect(sources.all).toHaveLength(1);
    expect([...sources.descriptions.keys()]).toEqual(['known']);
  });
});
