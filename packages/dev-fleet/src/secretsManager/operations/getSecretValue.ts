import { invalidRequest, notFound } from '../errors';
import { CURRENT, holderOf } from '../store/labels';
import type { SecretStore } from '../store/SecretStore';
import type { StoredSecret, StoredVersion } from '../store/StoredSecret';
import { seconds } from './describeSecret';
import type { Operation } from './Operation';
import { openSecret } from './openSecret';
import { writeValue } from './values';

const DAY = 86_400_000;

export const getSecretValue: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const id = fields.text('VersionId', { least: 32, most: 64 });
  const label = fields.text('VersionStage', { least: 1, most: 256 });
  return readVersion(store, secret, versionFor(secret, id, label), now);
};

/** The current version. @throws AwsError ResourceNotFoundException where there is none */
export const currentVersion = (secret: StoredSecret): StoredVersion =>
  versionFor(secret, undefined, undefined);

function versionFor(
  secret: StoredSecret,
  id: string | undefined,
  label: string | undefined,
): StoredVersion {
  if (id === undefined) {
    const stage = label ?? CURRENT;
    const holder = holderOf(secret, stage);
    if (!holder) throw notFound(`secret value for staging label: ${stage}`);
    return holder;
  }
  const version = secret.versions.find(other => other.id === id);
  if (!version) throw notFound(`secret value for VersionId: ${id}`);
  if (label !== undefined && !version.labels.includes(label)) {
    throw invalidRequest(
      'You provided a VersionStage that is not associated to the provided VersionId.',
    );
  }
  return version;
}

/** Answers with a value, and notes the day that it was read. @throws AwsError DecryptionFailure */
export function readVersion(
  store: SecretStore,
  secret: StoredSecret,
  version: StoredVersion,
  now: number,
) {
  const value = writeValue(secret, version);
  const today = now - (now % DAY);
  version.readAt = today;
  secret.readAt = today;
  return {
    ARN: store.arnOf(secret),
    Name: secret.name,
    VersionId: version.id,
    ...value,
    VersionStages: version.labels,
    CreatedDate: seconds(version.createdAt),
  };
}
