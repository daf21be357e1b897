import { seconds } from './describeSecret';
import type { Operation } from './Operation';
import { secretIdOf } from './openSecret';
import { pageMark, readPageMark } from './pageMark';

interface Mark {
  /** How many versions were told already. */
  told: number;
}

const isMark = (mark: Partial<Mark>): mark is Mark =>
  typeof mark.told === 'number';

export const listSecretVersionIds: Operation = ({ store, fields }) => {
  const secret = store.get(secretIdOf(fields));
  const most = fields.number('MaxResults', { least: 1, most: 100 }) ?? 100;
  const told = readPageMark(fields, isMark)?.told ?? 0;
  const withDeprecated = fields.flag('IncludeDeprecated');
  const versions = secret.versions
    .filter(({ labels }) => withDeprecated || labels.length)
    .reverse();
  return {
    ARN: store.arnOf(secret),
    Name: secret.name,
    Versions: versions.slice(told, told + most).map(version => ({
      VersionId: version.id,
      VersionStages: version.labels,
      CreatedDate: seconds(version.createdAt),
      LastAccessedDate: seconds(version.readAt),
      KmsKeyIds: [secret.kmsKeyId ?? 'DefaultEncryptionKey'],
    })),
    NextToken:
      versions.length > told + most
        ? pageMark({ told: told + most })
        : undefined,
  };
};
