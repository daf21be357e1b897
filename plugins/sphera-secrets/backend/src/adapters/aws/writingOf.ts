import type { SecretsClient } from '../SecretsClient';
import type { PlaceCalls } from './PlaceCalls';
import { forAws } from './values';

type Writing = Pick<
  SecretsClient,
  'create' | 'stage' | 'describeAs' | 'tag' | 'delete' | 'restore'
>;

/** The label of versions that are not current yet. */
export const STAGED = 'sphera-staged';

/** What changes secrets in one place, apart from their labels. */
export function writingOf(calls: PlaceCalls): Writing {
  return {
    async create({ fullName, description, kmsKey, tags }, value, token) {
      const request = {
        Name: fullName,
        Description: description,
        KmsKeyId: kmsKey,
        Tags: asTags(tags),
        ClientRequestToken: token,
        ...forAws(value),
      };
      const { ARN, VersionId } = await calls.send(
        'CreateSecret',
        { secret: fullName, kmsKey },
        (aws, options) => aws.createSecret(request, options),
      );
      return { arn: ARN!, versionId: VersionId! };
    },

    async stage(fullName, value, token) {
      const request = {
        SecretId: fullName,
        ClientRequestToken: token,
        VersionStages: [STAGED],
        ...forAws(value),
      };
      await calls.send('PutSecretValue', { secret: fullName }, (aws, options) =>
        aws.putSecretValue(request, options),
      );
    },

    async describeAs(fullName, { description, kmsKey }) {
      if (description === undefined && kmsKey === undefined) return;
      const request = {
        SecretId: fullName,
        Description: description,
        KmsKeyId: kmsKey,
      };
      await calls.send(
        'UpdateSecret',
        { secret: fullName, kmsKey },
        (aws, options) => aws.updateSecret(request, options),
      );
    },

    async tag(fullName, tags, without = []) {
      const about = { secret: fullName };
      const Tags = asTags(tags);
      if (Tags.length) {
        await calls.send('TagResource', about, (aws, options) =>
          aws.tagResource({ SecretId: fullName, Tags }, options),
        );
      }
      if (without.length) {
        const request = { SecretId: fullName, TagKeys: [...without] };
        await calls.send('UntagResource', about, (aws, options) =>
          aws.untagResource(request, options),
        );
      }
    },

    async delete(fullName, how) {
      const window =
        how === 'atOnce'
          ? { ForceDeleteWithoutRecovery: true }
          : { RecoveryWindowInDays: how.recoveryDays };
      const { DeletionDate } = await calls.send(
        'DeleteSecret',
        { secret: fullName },
        (aws, options) =>
          aws.deleteSecret({ SecretId: fullName, ...window }, options),
      );
      return how === 'atOnce' ? undefined : DeletionDate?.getTime();
    },

    async restore(fullName) {
      await calls.send('RestoreSecret', { secret: fullName }, (aws, options) =>
        aws.restoreSecret({ SecretId: fullName }, options),
      );
    },
  };
}

function asTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
