import type { ServiceFacts } from '@sphera/plugin-services-node';
import { fleet, service } from '../__testUtils__/services';
import { answer } from './answer';
import { buildRows } from './buildRows';
import type { Question } from './Question';

const TITLES = ['Review', 'Staging', 'Production'];
const stages: ServiceFacts<{ index: number }> = {
  id: 'stage',
  forAll: async () => new Map(),
  choiceOf: ({ index }) =>
    TITLES[index]
      ? {
          value: TITLES[index].toLowerCase(),
          title: TITLES[index],
          place: index,
        }
      : undefined,
};
const locks: ServiceFacts = { id: 'locks', forAll: async () => new Map() };
const facts = [stages as unknown as ServiceFacts, locks];

const at = { payments: 2, quotes: 1, bookings: 1, invoices: 0, odd: 9 };
const table = {
  staleFacts: [],
  rows: buildRows({
    services: [
      ...Object.keys(at).map(name => service(name)),
      service('web', { type: 'microfrontend' }),
    ],
    fleet,
    ownerTitles: new Map(),
    facts: new Map([
      [
        'stage',
        new Map(
          Object.entries(at).map(([name, index]) => [
            `component:default/${name}`,
            { index },
          ]),
        ),
      ],
    ]),
  }),
};

const ask = (question: Partial<Question>) =>
  answer(
    table,
    { orderBy: 'name', order: 'asc', limit: 50, ...question },
    { fleet, facts },
  );
const names = (question: Partial<Question>) =>
  ask(question).items.map(({ name }) => name);

describe('facts that can be filtered by', () => {
  it('leave the services of which they say so', () => {
    expect(names({ facts: ['stage:staging'] })).toEqual(['bookings', 'quotes']);
  });

  it('take several values, of which one is enough', () => {
    expect(names({ facts: ['stage:review', 'stage:production'] })).toEqual([
      'invoices',
      'payments',
    ]);
  });

  it('offer their values in the order of their places, with what would be left', () => {
    expect(ask({ facts: ['stage:production'] }).facets.facts).toEqual({
      stage: [
        { value: 'review', title: 'Review', count: 1 },
        { value: 'staging', title: 'Staging', count: 2 },
        { value: 'production', title: 'Production', count: 1 },
      ],
    });
  });

  it('offer nothing that the other filters leave out', () => {
    expect(ask({ type: 'microfrontend' }).facets.facts).toEqual({ stage: [] });
  });

  it('have no part in the other filters beyond what they leave', () => {
    const { types } = ask({ facts: ['stage:staging'] }).facets;
    expect(types).toEqual([
      { value: 'microservice', title: 'microservice', count: 2 },
    ]);
  });

  it('are refused where nobody offers them', () => {
    expect(() => ask({ facts: ['locks:some'] })).toThrow(
      'facts cannot name locks: it takes stage',
    );
  });
});
