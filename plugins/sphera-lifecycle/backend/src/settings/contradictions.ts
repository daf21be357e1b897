import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type SettingProblem,
  unknownEnvironment,
  unknownFields,
} from '@sphera/plugin-fleet-node';
import { factProblems } from './factProblems';
import type {
  WrittenSettings,
  WrittenStage,
  WrittenStep,
} from './settingsSchema';

type Path = SettingProblem['path'];

const FIELDS = ['namespace', 'name', 'service'] as const;
const WAYS = ['template', 'page', 'link', 'promote'] as const;

/** What the settings are held against. */
export interface Surroundings {
  fleet: Pick<Fleet, 'environments'>;
  /** Ids of all facts that somebody can tell. */
  known: ReadonlySet<string>;
}

/** What a schema cannot see: names that are taken, facts and environments that are not, steps that wait for each other. */
export function contradictions(
  { stages = [] }: WrittenSettings,
  around: Surroundings,
): SettingProblem[] {
  const steps = stages.flatMap((stage, index) =>
    stage.steps.map((step, place) => ({
      step,
      path: ['stages', index, 'steps', place] as Path,
    })),
  );
  return [
    ...taken(stages.map(({ name }, at) => ({ name, path: ['stages', at] }))),
    ...taken(steps.map(({ step, path }) => ({ name: step.name, path }))),
    ...stages.flatMap((stage, at) => stageProblems(stages, stage, at, around)),
    ...steps.flatMap(({ step, path }) => stepProblems(step, path, around)),
    ...orderProblems(steps),
  ];
}

function taken(named: Array<{ name: string; path: Path }>): SettingProblem[] {
  const known = new Set<string>();
  return named.flatMap(({ name, path }) => {
    const isTaken = known.has(name);
    known.add(name);
    if (!isTaken) return [];
    const message = `"${name}" is taken: each stage and each step of the path needs a name of its own`;
    return [{ path: [...path, 'name'], message }];
  });
}

function stageProblems(
  stages: readonly WrittenStage[],
  { enteredWhen }: WrittenStage,
  index: number,
  around: Surroundings,
): SettingProblem[] {
  if (enteredWhen === undefined) return [];
  const path: Path = ['stages', index, 'enteredWhen'];
  return [
    ...factProblems(enteredWhen, path, around),
    ...(index > 0 && index === stages.length - 1
      ? []
      : [
          {
            path,
            message: 'is for the last of several stages: it is the end',
          },
        ]),
  ];
}

function stepProblems(
  { facts, approvers, action }: WrittenStep,
  path: Path,
  around: Surroundings,
): SettingProblem[] {
  return [
    ...(facts ?? []).flatMap((fact, index) =>
      factProblems(fact, [...path, 'facts', index], around),
    ),
    ...(Boolean(facts) === Boolean(approvers)
      ? [{ path, message: 'must have either facts or approvers' }]
      : []),
    ...(action && approvers
      ? [
          {
            path: [...path, 'action'],
            message:
              'is for steps with facts: what is done about an approval is to request it',
          },
        ]
      : []),
    ...(action ? actionProblems(action, [...path, 'action'], around) : []),
  ];
}

function actionProblems(
  action: NonNullable<WrittenStep['action']>,
  path: Path,
  { fleet }: Surroundings,
): SettingProblem[] {
  const given = WAYS.filter(way => action[way] !== undefined);
  const { page, link, promote } = action;
  return [
    ...(given.length === 1
      ? []
      : [{ path, message: `must have one of ${WAYS.join(', ')}` }]),
    ...unknownFields(FIELDS, [...path, 'page'], page),
    ...unknownFields(FIELDS, [...path, 'link'], link),
    ...(['from', 'to'] as const).flatMap(end =>
      unknownEnvironment(fleet, [...path, 'promote', end], promote?.[end]),
    ),
  ];
}

function orderProblems(
  steps: ReadonlyArray<{ step: WrittenStep; path: Path }>,
): SettingProblem[] {
  return steps.flatMap(({ step, path }, index) => {
    const before = steps.slice(0, index).map(one => one.step.name);
    return step.after.flatMap((name, at) =>
      before.includes(name)
        ? []
        : [
            {
              path: [...path, 'after', at],
              message: `"${name}" is not a step that comes before "${step.name}"`,
            },
          ],
    );
  });
}
