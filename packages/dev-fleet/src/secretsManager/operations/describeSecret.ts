import type { SecretStore } from '../store/SecretStore';
import type { StoredSecret, StoredVersion } from '../store/StoredSecret';
import type { Operation } from './Operation';
import { secretIdOf } from './openSecret';

export const describeSecret: Operation = ({ store, fields }) => {
  const secret = store.get(secretIdOf(fields));
  return {
    ...entryOf(store, secret),
    VersionIdsToStages: stagesOf(secret.versions),
  };
};

/** What lists and descriptions say of a secret alike. */
export function entryOf(store: SecretStore, secret: StoredSecret) {
  return {
    ARN: store.arnOf(secret),
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    Tags: secret.tags,
    CreatedDate: seconds(secret.createdAt),
    LastChangedDate: seconds(secret.changedAt),
    LastAccessedDate: seconds(secret.readAt),
    DeletedDate: seconds(secret.deletedAt),
  };
}

/** Labels by version id, of versions that have any; absent where none has. */
export function stagesOf(
  versions: readonly StoredVersion[],
): Record<string, string[]> | undefined {
  const stages: Record<string, string[]> = {};
  let isEmpty = true;
  for (const { id, labels } of versions) {
    if (!labels.length) continue;
    stages[id] = labels;
    isEmpty = false;
  }
  return isEmpty ? undefined : stages;
}

/** A moment as the JSON protocol writes it: seconds since 1970. */
export function seconds(moment: number): number;
export function seconds(moment: number | undefined): number | undefined;
export function seconds(moment: number | undefined): number | undefined {
  return moment === undefined ? undefined : moment / 1_000;
}
