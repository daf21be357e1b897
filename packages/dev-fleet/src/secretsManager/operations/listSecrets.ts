import type { Fields } from '../../aws/Fields';
import { validation } from '../errors';
import { compareSecrets } from '../store/SecretStore';
import type { StoredSecret } from '../store/StoredSecret';
import { describedBy } from './describedBy';
import { entryOf, stagesOf } from './describeSecret';
import type { Operation } from './Operation';
import { pageMark, readPageMark } from './pageMark';

/** The last secret of a page. */
type Mark = Pick<StoredSecret, 'createdAt' | 'name'>;

const isMark = (mark: Partial<Mark>): mark is Mark =>
  typeof mark.createdAt === 'number' && typeof mark.name === 'string';

export const listSecrets: Operation = ({ store, fields }) => {
  const most = fields.number('MaxResults', { least: 1, most: 100 }) ?? 100;
  const isWanted = wantedBy(fields);
  const order = fields.text('SortOrder') ?? 'asc';
  if (order !== 'asc' && order !== 'desc') {
    throw validation(
      "1 validation error detected: Value at 'sortOrder' failed to satisfy constraint: Member must satisfy enum value set: [asc, desc]",
    );
  }
  const page: StoredSecret[] = [];
  let isMore = false;
  for (const secret of following(
    store.ordered(),
    order,
    readPageMark(fields, isMark),
  )) {
    if (!isWanted(secret)) continue;
    isMore = page.length === most;
    if (isMore) break;
    page.push(secret);
  }
  const last = page.at(-1);
  return {
    SecretList: page.map(secret => ({
      ...entryOf(store, secret),
      SecretVersionsToStages: stagesOf(secret.versions),
    })),
    NextToken:
      isMore && last
        ? pageMark({ createdAt: last.createdAt, name: last.name })
        : undefined,
  };
};

/** Which secrets a request asks for. @throws AwsError */
export function wantedBy(fields: Fields): (secret: StoredSecret) => boolean {
  const isDescribed = describedBy(fields);
  const withDeleted = fields.flag('IncludePlannedDeletion');
  return secret =>
    (withDeleted || secret.deletedAt === undefined) && isDescribed(secret);
}

function* following(
  ordered: readonly StoredSecret[],
  order: 'asc' | 'desc',
  mark: Mark | undefined,
): Iterable<StoredSecret> {
  if (order === 'asc') {
    let index = mark ? placeAfter(ordered, mark) : 0;
    while (index < ordered.length) yield ordered[index++];
    return;
  }
  let index = mark ? placeAfter(ordered, mark) - 1 : ordered.length - 1;
  if (mark && ordered[index] && compareSecrets(ordered[index], mark) === 0) {
    index--;
  }
  while (index >= 0) yield ordered[index--];
}

/** Where the first one after a mark is, by halving. */
function placeAfter(ordered: readonly StoredSecret[], mark: Mark): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compareSecrets(ordered[middle], mark) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
