import type { ChangeAnswer, PlaceOutcome } from '@sphera/plugin-secrets-common';
import type { Change, Step } from './Change';
import { isReached } from './steps/advance';
import type { Progress } from './steps/Progress';
import type { TakenBack } from './steps/takeBack';
import type { Work } from './Work';

const LEFT_ALONE = 'Somebody changed it since, so it was left alone';

const OUTCOMES: Record<Step, PlaceOutcome['outcome']> = {
  create: 'created',
  replace: 'updated',
  'go-back': 'put-back',
  describe: 'updated',
};

/** Notes in a change how far it got on its way forth. */
export function noteAdvance(all: readonly Progress[]): void {
  for (const one of all) {
    one.place.isDone = isReached(one);
    one.place.problem = one.place.isDone ? undefined : one.error?.message;
  }
}

/** Notes in a change what taking it back left of it. */
export function noteTakenBack(all: readonly TakenBack[]): void {
  for (const one of all) {
    one.place.isDone = one.standing === 'done';
    one.place.problem =
      one.error?.message ?? one.place.problem ?? 'It was taken back here';
  }
}

/** The answer of a change that reached every place, or was not to be made there any more. */
export function advanceAnswer(
  change: Change,
  all: readonly Progress[],
  { saidSomething }: Pick<Work, 'saidSomething'>,
): ChangeAnswer {
  return answer(change, all, one => {
    if (!isReached(one)) {
      return {
        outcome: 'unchanged',
        versionId: one.listing?.versionId,
        sentence: LEFT_ALONE,
      };
    }
    const { step, versionId } = one.place;
    const isSilent = step === 'describe' && !saidSomething.has(one);
    return {
      outcome: isSilent ? 'unchanged' : OUTCOMES[step],
      versionId: versionId ?? one.listing?.versionId,
    };
  });
}

/** The answer of a change that was taken back. */
export function takenBackAnswer(
  change: Change,
  all: readonly TakenBack[],
): ChangeAnswer {
  return answer(change, all, ({ place, listing, outcome, sentence }) => ({
    outcome: outcome ?? 'unchanged',
    versionId:
      outcome === 'put-back' ? place.before?.versionId : listing?.versionId,
    sentence,
  }));
}

function answer<P extends Progress>(
  change: Change,
  all: readonly P[],
  outcomeOf: (
    one: P,
  ) => Pick<PlaceOutcome, 'outcome' | 'versionId' | 'sentence'>,
): ChangeAnswer {
  return {
    change: change.id,
    places: all.map(one => {
      const { environment, region, fullName } = one.place;
      return { environment, region, fullName, ...outcomeOf(one) };
    }),
  };
}
