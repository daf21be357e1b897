import type { Outcome } from '@sphera/plugin-secrets-common';
import { PlaceError } from '../../errors';
import { attempt, look, Progress } from './Progress';

/** What taking a change back did in one place. */
export interface TakenBack extends Progress {
  outcome?: Outcome;
  /** Why it was left alone: a sentence. */
  sentence?: string;
}

/** What taking a change back takes besides moving versions. */
export interface TakeBackParts {
  /** Makes true again what was said about the secret before. */
  sayAsBefore(one: Progress): Promise<unknown>;
  /** What has to be so before a secret that the change created may be removed. */
  beforeRemoving(one: Progress): Promise<unknown>;
}

/**
 * Takes a change back in every place: what it created is removed, what it replaced is
 * current again. What somebody changed since is left alone. Where it cannot be taken
 * back or told, `error` says why.
 */
export async function takeBack(
  all: readonly TakenBack[],
  parts: TakeBackParts,
): Promise<void> {
  for (const one of all) one.error = undefined;
  await attempt(all, async one => {
    if (one.standing === 'unknown') await look(one);
    one.outcome = await takeBackIn(one, parts);
    if (!one.sentence) one.standing = 'before';
  });
}

async function takeBackIn(
  one: TakenBack,
  parts: TakeBackParts,
): Promise<Outcome> {
  const { client, place, standing, listing } = one;
  const { versionId } = place;
  const isLeftStaged =
    versionId !== undefined &&
    listing?.stages[versionId] &&
    standing !== 'done';
  if (place.step === 'replace' && (isLeftStaged || standing === 'staged')) {
    await unstage(one);
  }
  if (standing === 'changed' || standing === 'deleted') {
    one.sentence =
      standing === 'changed'
        ? 'Somebody changed it since, so it was left alone'
        : 'Somebody deleted it since, so it was left alone';
  }
  if (standing !== 'done') return 'unchanged';
  if (place.step === 'create') return remove(one, parts);

  if (versionId !== undefined) {
    const previous = place.before?.versionId;
    if (previous === undefined) {
      one.sentence = 'It had no value before, so it keeps this one';
      return 'unchanged';
    }
    await client.makeCurrent(place.fullName, previous, versionId);
  }
  await parts.sayAsBefore(one);
  return 'put-back';
}

/** A version that stays staged harms nobody: the next one takes its label. */
async function unstage({ client, place }: Progress): Promise<void> {
  await client.unstage(place.fullName, place.versionId!).catch(error => {
    if (!(error instanceof PlaceError)) throw error;
  });
}

async function remove(one: TakenBack, parts: TakeBackParts): Promise<Outcome> {
  const { client, place } = one;
  const versions = await client.versions(place.fullName);
  if (versions.some(({ versionId }) => versionId !== place.versionId)) {
    one.sentence =
      'It has versions besides the one that this change made, so it was left alone';
    return 'unchanged';
  }
  await parts.beforeRemoving(one);
  await client.delete(place.fullName, 'atOnce');
  return 'deleted';
}
