import type { AwsError } from '../../aws/AwsError';
import type { Fields } from '../../aws/Fields';
import { invalidParameter, validation } from '../errors';
import type { StoredSecret } from '../store/StoredSecret';

interface Filter {
  Key?: string;
  Values?: string[];
}

type Test = (secret: StoredSecret, value: string) => boolean;

const wordsOf = (...texts: string[]) =>
  texts.flatMap(text => text.toLowerCase().split(/[^a-z0-9]+/)).filter(Boolean);

/** What values match: the beginning, but of `all` any word. */
const TESTS: Record<string, Test> = {
  name: ({ name }, value) => name.startsWith(value),
  description: ({ description = '' }, value) =>
    description.toLowerCase().startsWith(value.toLowerCase()),
  'tag-key': ({ tags }, value) => tags.some(({ Key }) => Key.startsWith(value)),
  'tag-value': ({ tags }, value) =>
    tags.some(({ Value }) => Value.startsWith(value)),
  // No secret is a replica of another region, or owned by a service of AWS.
  'primary-region': () => false,
  'owning-service': () => false,
  all: (secret, value) => {
    const words = wordsOf(
      secret.name,
      secret.description ?? '',
      ...secret.tags.flatMap(({ Key, Value }) => [Key, Value]),
    );
    return wordsOf(value).every(wanted =>
      words.some(word => word.startsWith(wanted)),
    );
  },
};

/**
 * The filters of a request: all of them hold; in each any of its values, and none
 * of those that begin with an exclamation mark.
 *
 * @throws AwsError
 */
export function describedBy(fields: Fields): (secret: StoredSecret) => boolean {
  const filters = fields.list<Filter>('Filters', { most: 10 }) ?? [];
  const tests = filters.map(({ Key = '', Values = [] }) => {
    const test = Object.hasOwn(TESTS, Key) ? TESTS[Key] : undefined;
    if (!test) throw unknownKey();
    checkValues(Key, Values);
    const wanted = Values.filter(value => !value.startsWith('!'));
    const unwanted = Values.filter(value => value.startsWith('!'));
    return (secret: StoredSecret) =>
      (!wanted.length || wanted.some(value => test(secret, value))) &&
      !unwanted.some(value => test(secret, value.slice(1)));
  });
  return secret => tests.every(test => test(secret));
}

function checkValues(key: string, values: string[]): void {
  if (!values.length) {
    throw invalidParameter(`Invalid filter values for key: ${key}`);
  }
  const isWritable = values.every(
    value => value.length <= 512 && /^!?[a-zA-Z0-9 :_@/+=.\-!]*$/.test(value),
  );
  if (values.length > 10 || !isWritable) {
    throw validation(
      "1 validation error detected: Value at 'filters.1.member.values' failed to satisfy constraint: Member must satisfy regular expression pattern: ^\\!?[a-zA-Z0-9 :_@\\/\\+\\=\\.\\-\\!]*$",
    );
  }
}

function unknownKey(): AwsError {
  const keys = Object.keys(TESTS).join(', ');
  return validation(
    `1 validation error detected: Value at 'filters.1.member.key' failed to satisfy constraint: Member must satisfy enum value set: [${keys}]`,
  );
}
