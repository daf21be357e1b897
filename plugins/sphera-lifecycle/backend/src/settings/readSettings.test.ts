import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from './readSettings';

const DAY = 86_400_000;
const fleet = {
  environments: ['staging', 'production'].map(name => ({ name, title: name })),
  regions: [],
  clusters: [],
};
const known = new Set([
  'main-build-passed',
  'docs-exist',
  'retired-declared',
  'healthy-in:staging',
  'healthy-in:production',
]);
const read = (lifecycle: object) =>
  readSettings(
    new ConfigReader({ sphera: { lifecycle } } as unknown as JsonObject),
    { fleet, known },
  );
const stages = (step: object, more: object = {}) => ({
  stages: [
    {
      name: 'one',
      title: 'One',
      steps: [{ name: 'first', title: 'First', ...step }],
      ...more,
    },
  ],
});
const fact = { facts: ['docs-exist'] };
const two = (first: object, second: object) => ({
  stages: [...stages(fact, first).stages, ...stages(fact, second).stages],
});

describe('a path that the configuration describes', () => {
  it('has its stages and steps as they are written', () => {
    const action = { title: 'Read', link: 'https://wiki.example/{name}' };
    expect(
      read({
        stuckAfter: 'P3D',
        remindAfter: 'P1D',
        ...stages({ ...fact, optionalFor: ['website'], action }),
      }),
    ).toEqual({
      end: undefined,
      remindAfter: DAY,
      way: [
        {
          name: 'one',
          title: 'One',
          stuckAfter: 3 * DAY,
          steps: [
            {
              name: 'first',
              title: 'First',
              facts: ['docs-exist'],
              approvers: [],
              isOptional: false,
              optionalFor: ['website'],
              after: [],
              action: {
                kind: 'link',
                title: 'Read',
                url: 'https://wiki.example/{name}',
              },
            },
          ],
        },
      ],
    });
  });

  it('reminds approvers after two days, or never', () => {
    expect(read(stages(fact)).remindAfter).toBe(2 * DAY);
    const never = { remindAfter: 'PT0S', ...stages(fact) };
    expect(read(never).remindAfter).toBeUndefined();
  });

  it('gives a stage a time of its own', () => {
    const { way } = read(stages(fact, { stuckAfter: { hours: 36 } }));
    expect(way[0].stuckAfter).toBe(1.5 * DAY);
  });

  it('ends in the stage that a fact leads to', () => {
    const end = {
      name: 'gone',
      steps: [{ ...fact, name: 'last', title: 'Last' }],
      enteredWhen: 'retired-declared',
    };
    const path = read(two({}, end));
    expect(path.way.map(({ name }) => name)).toEqual(['one']);
    expect(path.end).toMatchObject({ name: 'gone' });
  });

  it.each([
    [{ stages: [] }, 'stages: must have at least one stage'],
    [stages({}), 'steps[0]: must have either facts or approvers'],
    [
      stages({ ...fact, approvers: ['group:default/sre'] }),
      'steps[0]: must have either facts or approvers',
    ],
    [
      stages({ approvers: ['sre'] }),
      'approvers[0]: must be the entity ref of a group or a person, like group:default/platform',
    ],
    [
      stages({ facts: ['tests-pass'] }),
      'facts[0]: nobody tells "tests-pass"; known are docs-exist, healthy-in:production, healthy-in:staging, main-build-passed, retired-declared',
    ],
    [
      stages({ facts: ['healthy-in:test'] }),
      'facts[0]: "test" is not one of sphera.fleet.environments (staging, production)',
    ],
    [
      stages({ facts: ['healthy-in'] }),
      'facts[0]: "healthy-in" needs an environment, like healthy-in:staging',
    ],
    [
      two({}, { name: 'other' }),
      'stages[1].steps[0].name: "first" is taken: each stage and each step of the path needs a name of its own',
    ],
    [two({}, {}), 'stages[1].name: "one" is taken'],
    [
      stages({ ...fact, after: ['first'] }),
      'after[0]: "first" is not a step that comes before "first"',
    ],
    [
      stages(fact, { enteredWhen: 'retired-declared' }),
      'stages[0].enteredWhen: is for the last of several stages: it is the end',
    ],
    [
      stages({ ...fact, action: { title: 'Do it' } }),
      'action: must have one of template, page, link, promote',
    ],
    [
      stages({ ...fact, action: { title: 'x', page: '//elsewhere' } }),
      'action.page: must be a path of the portal',
    ],
    [
      stages({ ...fact, action: { title: 'x', page: '/catalog/{team}' } }),
      'action.page: has no field {team}; it may contain {namespace}, {name}, {service}',
    ],
    [
      stages({ ...fact, action: { title: 'x', link: 'wiki.example' } }),
      'action.link: must be an address, like https://wiki.example.com/reviews',
    ],
    [
      stages({
        ...fact,
        action: { title: 'x', promote: { from: 'test', to: 'production' } },
      }),
      'action.promote.from: "test" is not one of sphera.fleet.environments (staging, production)',
    ],
    [
      stages({
        approvers: ['group:default/sre'],
        action: { title: 'x', page: '/x' },
      }),
      'action: is for steps with facts',
    ],
    [{ stuckAfter: 'soon' }, 'stuckAfter: must be a length of time'],
    [{ steps: 1 }, "Unrecognized key(s) in object: 'steps'"],
  ])('is refused at start where it is wrong: %j', (lifecycle, sentence) => {
    expect(() => read(lifecycle)).toThrow(
      'The settings of the life cycle are wrong: sphera.lifecycle',
    );
    expect(() => read(lifecycle)).toThrow(sentence);
  });
});
