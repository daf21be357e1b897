import type {
  DescribeSecretResponse,
  SecretListEntry,
  SecretVersionsListEntry,
  Tag,
} from '@aws-sdk/client-secrets-manager';
import type { SecretListing, VersionListing } from '../SecretsClient';

/** What AWS says of a secret, in our words. */
export function toListing(
  said: SecretListEntry & DescribeSecretResponse,
): SecretListing {
  const stages = said.SecretVersionsToStages ?? said.VersionIdsToStages ?? {};
  const { versionId, previousVersionId } = currentAndPrevious(stages);
  return {
    fullName: said.Name!,
    arn: said.ARN!,
    description: said.Description || undefined,
    kmsKey: said.KmsKeyId,
    tags: toTags(said.Tags),
    createdAt: said.CreatedDate?.getTime(),
    changedAt: said.LastChangedDate?.getTime(),
    readAt: said.LastAccessedDate?.getTime(),
    deletedAt: said.DeletedDate?.getTime(),
    versionId,
    previousVersionId,
    stages,
  };
}

/** One version, in our words. */
export function toVersion(said: SecretVersionsListEntry): VersionListing {
  return {
    versionId: said.VersionId!,
    stages: said.VersionStages ?? [],
    createdAt: said.CreatedDate?.getTime(),
    readAt: said.LastAccessedDate?.getTime(),
  };
}

// Runs for every secret at every sweep: no lists are made on the way, and keys, which
// are the same few on all secrets, are not made names of properties again each time.
function toTags(tags: Tag[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { Key = '', Value = '' } of tags) found[kept(Key)] = Value;
  return found;
}

const MOST_KEPT = 32;
const keptKeys: string[] = [];

function kept(key: string): string {
  for (const known of keptKeys) if (known === key) return known;
  if (keptKeys.length < MOST_KEPT) keptKeys.push(key);
  return key;
}

function currentAndPrevious(
  stages: SecretListing['stages'],
): Pick<SecretListing, 'versionId' | 'previousVersionId'> {
  let versionId: string | undefined;
  let previousVersionId: string | undefined;
  for (const id of Object.keys(stages)) {
    if (stages[id].includes('AWSCURRENT')) versionId = id;
    if (stages[id].includes('AWSPREVIOUS')) previousVersionId = id;
  }
  return { versionId, previousVersionId };
}
