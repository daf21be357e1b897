import { FactsRegistry } from './FactsRegistry';

const facts = (id: string) => ({ id, forAll: async () => new Map() });

describe('adding facts', () => {
  it.each([
    ['is no kebab-case', 'Locks!', 'must be kebab-case'],
    ['is a column of the catalog', 'owner', 'is a column of the catalog'],
    ['is taken', 'locks', 'are there already'],
  ])('is refused where the id %s', (_what, id, message) => {
    const registry = new FactsRegistry();
    registry.addFacts(facts('locks'));
    expect(() => registry.addFacts(facts(id))).toThrow(message);
    expect(registry.all.map(one => one.id)).toEqual(['locks']);
  });
});
