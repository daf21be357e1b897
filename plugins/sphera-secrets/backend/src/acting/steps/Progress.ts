import type {
  SecretListing,
  SecretsClient,
} from '../../adapters/SecretsClient';
import { PlaceError, type PlaceProblem } from '../../errors';
import type { ChangePlace } from '../Change';

/**
 * How a secret is in one place, seen from a change:
 *
 * - `absent`, `deleted`: there is none, or it waits for its end
 * - `before`: as it was before the change
 * - `staged`: the version of the change is there, but not current
 * - `done`: the version of the change is current
 * - `changed`: somebody changed it since the change began
 * - `unknown`: it cannot be told
 */
export type Standing =
  | 'absent'
  | 'deleted'
  | 'before'
  | 'staged'
  | 'done'
  | 'changed'
  | 'unknown';

/** A change in one place, under way. */
export interface Progress {
  place: ChangePlace;
  client: SecretsClient;
  standing: Standing;
  /** As it was last seen; absent: there was none. */
  listing?: SecretListing;
  /** Why the latest step did not work. */
  error?: PlaceError;
}

/** How a secret is, seen from a change. */
export function standingOf(
  { step, versionId, before }: ChangePlace,
  listing: SecretListing | undefined,
): Standing {
  if (!listing) return 'absent';
  if (listing.deletedAt !== undefined) return 'deleted';
  if (versionId === undefined || listing.versionId === versionId) return 'done';
  if (step === 'create' || listing.versionId !== before?.versionId) {
    return 'changed';
  }
  // A version to go back to is there already.
  return step === 'go-back' || listing.stages[versionId] ? 'staged' : 'before';
}

/** Looks how it is now. */
export async function look(one: Progress): Promise<void> {
  one.standing = 'unknown';
  one.listing = await one.client.describe(one.place.fullName);
  one.standing = standingOf(one.place, one.listing);
}

/** After these it is open whether AWS did what was asked, or who was faster. */
const UNCLEAR: PlaceProblem[] = ['unreachable', 'failed', 'changed', 'exists'];

/**
 * Takes a step in several places side by side. Where AWS does not do it, `error` says
 * why, and it is looked at again where that leaves open how it is now.
 */
export async function attempt<P extends Progress>(
  all: readonly P[],
  step: (one: P) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(
    all.map(async one => {
      try {
        await step(one);
      } catch (error) {
        if (!(error instanceof PlaceError)) throw error;
        one.error = error;
        if (UNCLEAR.includes(error.problem)) await lookAgain(one);
      }
    }),
  );
  for (const result of results) {
    if (result.status === 'rejected') throw result.reason;
  }
}

async function lookAgain(one: Progress): Promise<void> {
  await look(one).catch(error => {
    if (!(error instanceof PlaceError)) throw error;
  });
}
