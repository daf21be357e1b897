import { listed, PartlyDoneError } from '@sphera/plugin-operations-node';
import {
  placeName,
  type Place,
  type UnfinishedChange,
} from '@sphera/plugin-secrets-common';
import { PlaceError } from '../errors';
import type { Change, ChangingOperation } from './Change';

/** What each operation does, as `… was created in …` says it. */
const DEEDS: Record<ChangingOperation, string> = {
  'create-secret': 'created',
  'update-secret': 'changed',
  'copy-secret': 'copied',
  'adopt-secret': 'brought to the standard',
  'restore-version': 'put back',
  'delete-secret': 'deleted',
  'restore-secret': 'restored',
};

/** Places as people read them: `staging/eu-central-1 and production/us-east-1`. */
export function placesInWords(places: readonly Place[]): string {
  return listed(places.map(placeName));
}

/** A moment as sentences have it. */
export function inWords(moment: number): string {
  return new Date(moment).toISOString();
}

/** An error that says why a change was not made, and that it left nothing behind. */
export function nothingDone(errors: readonly PlaceError[]): PlaceError {
  const why = [...new Set(errors.map(({ message }) => message))].join('. ');
  return new PlaceError(
    errors[0].problem,
    `${why}. Nothing was changed anywhere`,
  );
}

/** A place that a change did not reach. */
export type FailedPlace = UnfinishedChange['failed'][number];

/** Says where something was done and where not, and why not. */
export function partlyInWords(
  { name, operation }: Pick<Change, 'name' | 'operation'>,
  done: readonly Place[],
  failed: readonly FailedPlace[],
): string {
  const deed = DEEDS[operation];
  const reached =
    done.length > 0
      ? `${name} was ${deed} in ${placesInWords(done)}, but not in `
      : `It cannot be told whether ${name} was ${deed} in `;
  const why = [...new Set(failed.map(({ problem }) => problem))].join('. ');
  return `${reached}${placesInWords(failed)}: ${why}`;
}

/** A change that people can finish or undo, as answers have it. */
export function toUnfinished(change: Change): UnfinishedChange {
  const named = ({ environment, region }: Place) => ({ environment, region });
  return {
    change: change.id,
    operation: change.operation as UnfinishedChange['operation'],
    name: change.name,
    by: change.by,
    at: inWords(change.at),
    done: change.places.filter(({ isDone }) => isDone).map(named),
    failed: change.places
      .filter(({ isDone }) => !isDone)
      .map(place => ({
        ...named(place),
        problem:
          place.problem ?? `The portal did not get to ${placeName(place)}`,
      })),
  };
}

/** Half done: people finish it or undo it. */
export function halfDone(change: Change): PartlyDoneError {
  const unfinished = toUnfinished(change);
  const sentence = partlyInWords(change, unfinished.done, unfinished.failed);
  return new PartlyDoneError(
    `${sentence}. Finish the change or undo it`,
    unfinished,
  );
}

/** Half done, where asking again is how it is finished. */
export function partlyDone(
  change: Pick<Change, 'name' | 'operation'>,
  done: readonly Place[],
  failed: readonly FailedPlace[],
): PartlyDoneError {
  const sentence = partlyInWords(change, done, failed);
  return new PartlyDoneError(
    `${sentence}. Ask again for the rest: what is done stays as it is`,
    { name: change.name, done: [...done], failed: [...failed] },
  );
}
