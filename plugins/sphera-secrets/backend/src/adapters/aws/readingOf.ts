import type {
  BatchGetSecretValueResponse,
  ListSecretsResponse,
  ListSecretVersionIdsResponse,
} from '@aws-sdk/client-secrets-manager';
import type { SecretsClient } from '../SecretsClient';
import { PlaceError } from '../../errors';
import type { PlaceCalls } from './PlaceCalls';
import { toListing, toVersion } from './toListing';
import { fromAws } from './values';

type Reading = Pick<
  SecretsClient,
  'list' | 'values' | 'value' | 'describe' | 'versions'
>;

/** The most that AWS answers at once. */
const PAGE = 100;

/** What looks at secrets in one place. */
export function readingOf(calls: PlaceCalls): Reading {
  return {
    async *list({ tag, signal } = {}) {
      const Filters = tag && [
        { Key: 'tag-key' as const, Values: [tag.key] },
        { Key: 'tag-value' as const, Values: [tag.value] },
      ];
      let NextToken: string | undefined;
      do {
        const request = {
          IncludePlannedDeletion: true,
          MaxResults: PAGE,
          NextToken,
          Filters,
        };
        const page: ListSecretsResponse = await calls.send(
          'ListSecrets',
          { signal },
          (aws, options) => aws.listSecrets(request, options),
        );
        const listed = (page.SecretList ?? []).map(toListing);
        // AWS looks for the beginning of key and value, each on any tag of a secret.
        yield tag
          ? listed.filter(({ tags }) => tags[tag.key] === tag.value)
          : listed;
        NextToken = page.NextToken;
      } while (NextToken);
    },

    async values(arns) {
      const values = new Map<string, ReturnType<typeof fromAws>>();
      const problems = new Map<string, string>();
      let NextToken: string | undefined;
      do {
        if (!arns.length) break;
        const request = { SecretIdList: [...arns], NextToken };
        const page: BatchGetSecretValueResponse = await calls.send(
          'BatchGetSecretValue',
          {},
          (aws, options) => aws.batchGetSecretValue(request, options),
        );
        for (const each of page.SecretValues ?? []) {
          values.set(each.ARN!, fromAws(each));
        }
        for (const { SecretId, ErrorCode, Message } of page.Errors ?? []) {
          const said = { code: ErrorCode, message: Message };
          problems.set(SecretId!, calls.problem(SecretId!, said));
        }
        NextToken = page.NextToken;
      } while (NextToken);
      for (const arn of arns) {
        if (values.has(arn) || problems.has(arn)) continue;
        const said = { code: 'ResourceNotFoundException' };
        problems.set(arn, calls.problem(arn, said));
      }
      return { values, problems };
    },

    async value(fullName, which) {
      const version = versionOf(which);
      const said = await calls.send(
        'GetSecretValue',
        { secret: fullName },
        (aws, options) =>
          aws.getSecretValue({ SecretId: fullName, ...version }, options),
      );
      return fromAws(said);
    },

    async describe(fullName) {
      try {
        const said = await calls.send(
          'DescribeSecret',
          { secret: fullName },
          (aws, options) => aws.describeSecret({ SecretId: fullName }, options),
        );
        return toListing(said);
      } catch (error) {
        if (error instanceof PlaceError && error.problem === 'not-found') {
          return undefined;
        }
        throw error;
      }
    },

    async versions(fullName) {
      const found = [];
      let NextToken: string | undefined;
      do {
        const request = {
          SecretId: fullName,
          IncludeDeprecated: true,
          MaxResults: PAGE,
          NextToken,
        };
        const page: ListSecretVersionIdsResponse = await calls.send(
          'ListSecretVersionIds',
          { secret: fullName },
          (aws, options) => aws.listSecretVersionIds(request, options),
        );
        found.push(...(page.Versions ?? []).map(toVersion));
        NextToken = page.NextToken;
      } while (NextToken);
      return found.sort(
        (one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0),
      );
    },
  };
}

/** Which version is meant, as AWS is told. */
function versionOf(which?: { versionId: string } | 'previous') {
  if (which === undefined) return { VersionStage: 'AWSCURRENT' };
  if (which === 'previous') return { VersionStage: 'AWSPREVIOUS' };
  return { VersionId: which.versionId };
}
