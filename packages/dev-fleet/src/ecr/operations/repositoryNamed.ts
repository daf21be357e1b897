import type { Fields } from '../../aws/Fields';
import { invalidParameter } from '../errors';
import type { StoredRepository } from '../store/StoredRepository';
import type { Call } from './Operation';

const PATTERN =
  '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';
const NAME = new RegExp(`^${PATTERN}$`);

/** @throws AwsError InvalidParameterException where no repository is called so */
export function nameIn(fields: Fields): string {
  const name = fields.needed('repositoryName');
  checkName(name);
  return name;
}

/** @throws AwsError InvalidParameterException */
export function checkName(name: string): void {
  if (name.length < 2 || name.length > 256) {
    throw invalidParameter(
      'repositoryName',
      `must have length between 2 and 256, inclusive`,
    );
  }
  if (NAME.test(name)) return;
  throw invalidParameter(
    'repositoryName',
    `must satisfy regular expression '${PATTERN}'`,
  );
}

/** The repository that a request is about. @throws AwsError RepositoryNotFoundException */
export const repositoryNamed = ({ registry, fields }: Call): StoredRepository =>
  registry.get(nameIn(fields));
