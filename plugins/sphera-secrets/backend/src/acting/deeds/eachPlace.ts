import type {
  ChangeAnswer,
  Outcome,
  PlaceOutcome,
} from '@sphera/plugin-secrets-common';
import { PlaceError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import type { Change } from '../Change';
import type { FoundSecret } from '../finding/SecretFinder';
import { lookAtPlaces } from '../lookAtPlaces';
import { nothingDone, partlyDone } from '../sentences';

/**
 * Does something in each place by itself, which can be asked for again without harm.
 * @throws PartlyDoneError naming the places where it could not be done; PlaceError where it could be done nowhere
 */
export async function eachPlace(
  parts: Pick<ActingParts, 'holding' | 'looking' | 'logger'>,
  change: Change,
  found: readonly FoundSecret[],
  deed: (one: FoundSecret) => Promise<Outcome>,
): Promise<ChangeAnswer> {
  return parts.holding.begin(change, async held => {
    const done: PlaceOutcome[] = [];
    const errors: Array<{ one: FoundSecret; error: PlaceError }> = [];
    await Promise.all(
      found.map(async one => {
        const { fullName, listing, error } = one;
        const { environment, region } = one.place;
        try {
          if (error) throw error;
          const outcome = await deed(one);
          const versionId = listing?.versionId;
          done.push({ environment, region, fullName, outcome, versionId });
        } catch (problem) {
          if (!(problem instanceof PlaceError)) throw problem;
          errors.push({ one, error: problem });
        }
      }),
    );
    await held.end();
    await lookAtPlaces(
      parts,
      done.map(({ fullName, ...place }) => ({ place, fullName })),
    );
    const failed = errors.map(({ one, error }) => ({
      ...one.place,
      problem: error.message,
    }));
    if (failed.length === 0) {
      return { change: change.id, places: inOrder(done, found) };
    }
    const isDone = done.some(({ outcome }) => outcome !== 'unchanged');
    if (!isDone) throw nothingDone(errors.map(({ error }) => error));
    throw partlyDone(change, inOrder(done, found), inOrder(failed, found));
  });
}

function inOrder<P extends { environment: string; region: string }>(
  places: readonly P[],
  found: readonly FoundSecret[],
): P[] {
  return found.flatMap(({ place: { environment, region } }) =>
    places.filter(
      place => place.environment === environment && place.region === region,
    ),
  );
}
