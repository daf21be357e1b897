import { listed } from '@sphera/plugin-operations-node';
import type { Step } from '@sphera/plugin-lifecycle-common';
import type { StageSetting, StepSetting } from '../settings/LifecyclePath';
import type { SightOnTheWay } from './Sight';
import { type Lie, stepsBefore } from './stateOf';

const MOST_NAMED = 3;

/** What a step waits for, or what is missing, in sentences; none where there is nothing. */
export function waitsFor(
  step: StepSetting,
  { state, facts }: Pick<Step, 'state' | 'facts'>,
  {
    lie,
    ahead,
    sight,
  }: {
    lie: Lie;
    /** Stages that have to be done before that of the step, where it is ahead. */
    ahead: readonly StageSetting[];
    sight: SightOnTheWay;
  },
): string[] {
  switch (state) {
    case 'waiting':
      return whatComesFirst(step, { lie, ahead, sight });
    case 'open':
    case 'broken':
      return facts
        .filter(fact => fact.state !== 'holds')
        .map(fact => fact.sentence);
    case 'asked':
      return [`Waits for an answer of ${approversIn(step, sight)}`];
    case 'rejected': {
      const { by, comment } = sight.approvals.get(step.name)!.answer!;
      return [`${sight.nameOf(by)} said no: ${comment}`];
    }
    default:
      return [];
  }
}

function whatComesFirst(
  step: StepSetting,
  {
    lie,
    ahead,
    sight,
  }: { lie: Lie; ahead: readonly StageSetting[]; sight: SightOnTheWay },
): string[] {
  if (lie === 'end-ahead') {
    const fact = sight.path.end?.enteredWhen ?? '';
    const title = sight.descriptions.get(fact)?.title ?? fact;
    return [`Comes only with this fact: ${title}`];
  }
  const steps = stepsBefore(step, sight).map(({ title }) => title);
  return [
    ...(ahead.length > 0
      ? [
          `Waits for ${named(
            ahead.map(({ title }) => title),
            'stage',
          )}`,
        ]
      : []),
    ...(steps.length > 0 ? [`Waits for ${named(steps, 'step')}`] : []),
  ];
}

function named(titles: readonly string[], what: string): string {
  const more = titles.length - MOST_NAMED;
  const some = titles.slice(0, MOST_NAMED);
  return `the ${what}${titles.length === 1 ? '' : 's'} ${listed(
    more > 0 ? [...some, `${more} more`] : some,
  )}`;
}

function approversIn({ approvers }: StepSetting, { nameOf }: SightOnTheWay) {
  return approvers.map(nameOf).join(' or ');
}
