import { limitExceeded } from '../errors';
import type { StoredSecret, StoredVersion } from './StoredSecret';

export const CURRENT = 'AWSCURRENT';
export const PREVIOUS = 'AWSPREVIOUS';

/** Staging labels that a secret may have, on all its versions together. */
const MOST_LABELS = 20;
/** Versions beyond these are forgotten, the oldest first, if they have no label and are a day old. */
const MOST_VERSIONS = 100;
const DAY = 86_400_000;

/** The version that carries a label. */
export const holderOf = (
  { versions }: StoredSecret,
  label: string,
): StoredVersion | undefined =>
  versions.find(({ labels }) => labels.includes(label));

/**
 * Moves a label to a version. What loses AWSCURRENT gets AWSPREVIOUS.
 *
 * @throws AwsError LimitExceededException
 */
export function attach(
  secret: StoredSecret,
  label: string,
  version: StoredVersion,
): void {
  const holder = holderOf(secret, label);
  if (holder === version) return;
  const count = secret.versions.reduce((sum, v) => sum + v.labels.length, 0);
  if (!holder && count >= MOST_LABELS) {
    throw limitExceeded(
      'You exceeded the maximum number of staging labels allowed on a secret.',
    );
  }
  if (holder) detach(label, holder);
  version.labels.push(label);
  if (label === CURRENT && holder) attach(secret, PREVIOUS, holder);
}

/** Takes a label away from the version that carries it. */
export function detach(label: string, version: StoredVersion): void {
  version.labels = version.labels.filter(other => other !== label);
}

/**
 * Adds a version with its labels; the first one of a secret is current in any case.
 *
 * @throws AwsError LimitExceededException
 */
export function addVersion(
  secret: StoredSecret,
  {
    labels,
    ...version
  }: Pick<StoredVersion, 'id' | 'value' | 'createdAt' | 'labels'>,
): StoredVersion {
  forgetDeprecated(secret, version.createdAt);
  if (secret.versions.length >= MOST_VERSIONS) {
    throw limitExceeded(
      'You have exceeded the maximum number of versions allowed for a secret.',
    );
  }
  const added: StoredVersion = { ...version, labels: [] };
  const wanted = secret.versions.length
    ? labels
    : [...new Set([CURRENT, ...labels])];
  secret.versions.push(added);
  for (const label of wanted) attach(secret, label, added);
  return added;
}

function forgetDeprecated(secret: StoredSecret, now: number): void {
  while (secret.versions.length >= MOST_VERSIONS) {
    const oldest = secret.versions.findIndex(
      ({ labels, createdAt }) => !labels.length && createdAt < now - DAY,
    );
    if (oldest < 0) return;
    secret.versions.splice(oldest, 1);
  }
}
