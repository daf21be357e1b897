import type { ServiceFacts } from '@sphera/plugin-services-node';
import { fleet, service } from '../__testUtils__/services';
import { answer } from './answer';
import { buildRows } from './buildRows';
import type { HubTable } from './HubRow';
import type { Question } from './Question';

const services = [
  service('payments', {
    title: 'Payments',
    purpose: 'Takes the money for bookings',
    owners: ['group:default/payments'],
    lifecycle: 'production',
    environments: ['production', 'staging'],
    system: 'system:default/checkout',
  }),
  service('web-10', {
    type: 'microfrontend',
    lifecycle: 'experimental',
    environments: ['staging'],
  }),
  service('web-9', {
    title: 'Café web 9',
    type: 'microfrontend',
    lifecycle: 'deprecated',
    environments: ['moon', 'development'],
  }),
  service('idea', { owners: ['user:default/dana'] }),
];

type Locks = Array<{ environment?: string }>;
const locks: ServiceFacts<Locks> = {
  id: 'locks',
  forAll: async () => new Map(),
  sortBy: value => value.length,
  filters: {
    locked: (value, environment) =>
      value.some(
        lock =>
          !environment || (lock.environment ?? environment) === environment,
      ),
  },
};
const world = { fleet, facts: [locks as unknown as ServiceFacts] };
const table: HubTable = {
  staleFacts: [],
  rows: buildRows({
    services,
    fleet,
    ownerTitles: new Map([['group:default/payments', 'Money people']]),
    facts: new Map([
      [
        'locks',
        new Map([
          ['component:default/payments', [{ environment: 'production' }]],
          ['component:default/idea', [{}, {}]],
        ]),
      ],
    ]),
  }),
};

const ask = (question: Partial<Question> = {}) =>
  answer(
    table,
    { orderBy: 'name', order: 'asc', limit: 50, ...question },
    world,
  );
const names = (question?: Partial<Question>) =>
  ask(question).items.map(item => item.name);

describe('the rows of the hub', () => {
  it('say everything about a service, environments in the order of the fleet', () => {
    expect(ask({ type: 'microservice' }).items).toEqual([
      expect.objectContaining({ name: 'idea', environments: [] }),
      {
        service: 'component:default/payments',
        name: 'payments',
        title: 'Payments',
        purpose: 'Takes the money for bookings',
        owners: [{ ref: 'group:default/payments', title: 'Money people' }],
        type: 'microservice',
        lifecycle: 'production',
        system: 'system:default/checkout',
        environments: ['staging', 'production'],
        facts: { locks: [{ environment: 'production' }] },
      },
    ]);
  });

  it('put environments that the fleet does not know last', () => {
    expect(ask({ text: 'cafe' }).items[0].environments).toEqual([
      'development',
      'moon',
    ]);
  });

  it('call an owner without a title by its name', () => {
    expect(ask({ text: 'idea' }).items[0].owners).toEqual([
      { ref: 'user:default/dana', title: 'dana' },
    ]);
  });
});

describe('a search', () => {
  it.each([
    ['part of a title, in capitals', 'PAYM', ['payments']],
    ['words of the purpose, in any order', 'bookings money', ['payments']],
    ['the title of the owner', 'money people', ['payments']],
    ['the name of the system', 'checkout', ['payments']],
    ['a word without its accent', 'cafe', ['web-9']],
    ['words that no service has all of', 'payments café', []],
  ])('finds by %s', (_what, text, found) => {
    expect(names({ text })).toEqual(found);
  });
});

describe('a filter', () => {
  it.each<[string, Partial<Question>, string[]]>([
    ['team', { team: 'group:default/payments' }, ['payments']],
    ['environment', { environment: 'staging' }, ['payments', 'web-10']],
    ['type', { type: 'microfrontend' }, ['web-9', 'web-10']],
    ['life-cycle stage', { lifecycle: 'production' }, ['payments']],
    ['system', { system: 'system:default/checkout' }, ['payments']],
    ['lock', { locked: true }, ['idea', 'payments']],
    ['no lock', { locked: false }, ['web-9', 'web-10']],
    ['lock in a place', { locked: true, environment: 'staging' }, []],
    ['whose it is', { ownedBy: ['user:default/dana'] }, ['idea']],
    [
      'several',
      { type: 'microservice', locked: true, text: 'money' },
      ['payments'],
    ],
  ])('leaves what matches the %s', (_what, question, found) => {
    expect(names(question)).toEqual(found);
  });

  it('counts what each filter could be set to while the others stay', () => {
    expect(ask({ type: 'microfrontend' }).facets).toEqual({
      teams: [{ value: 'group:default/booking', title: 'booking', count: 2 }],
      environments: [
        { value: 'development', title: 'Development', count: 1 },
        { value: 'staging', title: 'Staging', count: 1 },
      ],
      types: [
        { value: 'microfrontend', title: 'microfrontend', count: 2 },
        { value: 'microservice', title: 'microservice', count: 2 },
      ],
      lifecycles: [
        { value: 'experimental', title: 'experimental', count: 1 },
        { value: 'deprecated', title: 'deprecated', count: 1 },
      ],
    });
  });
});

describe('an order', () => {
  it.each<[string, 'asc' | 'desc', string[]]>([
    ['name', 'asc', ['web-9', 'idea', 'payments', 'web-10']],
    ['name', 'desc', ['web-10', 'payments', 'idea', 'web-9']],
    ['owner', 'asc', ['web-9', 'web-10', 'idea', 'payments']],
    ['type', 'desc', ['idea', 'payments', 'web-9', 'web-10']],
    ['lifecycle', 'asc', ['web-10', 'payments', 'web-9', 'idea']],
    ['lifecycle', 'desc', ['web-9', 'payments', 'web-10', 'idea']],
    ['environments', 'asc', ['web-9', 'web-10', 'payments', 'idea']],
    ['environments', 'desc', ['payments', 'web-10', 'web-9', 'idea']],
    ['locks', 'desc', ['idea', 'payments', 'web-9', 'web-10']],
  ])(
    'by %s %s keeps services without a value last',
    (orderBy, order, found) => {
      expect(names({ orderBy, order })).toEqual(found);
    },
  );

  it('that nobody offers is refused with those that are', () => {
    expect(() => ask({ orderBy: 'age' })).toThrow(
      'orderBy must be one of name, owner, type, lifecycle, environments, locks',
    );
  });
});

describe('pages', () => {
  it('lead forth and back through all services, each once', () => {
    const first = ask({ limit: 3 });
    expect(first).toMatchObject({ totalItems: 4, offset: 0 });
    expect(first.previousCursor).toBeUndefined();

    const second = ask({ limit: 3, cursor: first.nextCursor });
    expect(second).toMatchObject({ totalItems: 4, offset: 3 });
    expect(second.nextCursor).toBeUndefined();

    expect([...first.items, ...second.items]).toHaveLength(4);
    expect(ask({ limit: 3, cursor: second.previousCursor })).toEqual(first);
  });

  it('are empty past the end, as when services were taken away meanwhile', () => {
    const { nextCursor } = ask({ limit: 3 });
    expect(ask({ limit: 3, cursor: nextCursor, text: 'idea' })).toMatchObject({
      items: [],
      totalItems: 1,
    });
  });

  it.each([
    ['is made up', 'abc'],
    ['has a negative place', Buffer.from('name:asc:-3').toString('base64url')],
    ['says more', Buffer.from('name:asc:3:x').toString('base64url')],
    [
      'is written in another way',
      Buffer.from('name:asc:03').toString('base64url'),
    ],
  ])('refuse a cursor that %s', (_what, cursor) => {
    expect(() => ask({ cursor })).toThrow('cursor must be the nextCursor');
  });

  it('refuse a cursor of another order', () => {
    const { nextCursor } = ask({ limit: 1 });
    expect(() => ask({ cursor: nextCursor, order: 'desc' })).toThrow(
      'cursor belongs to the order name asc',
    );
  });
});
