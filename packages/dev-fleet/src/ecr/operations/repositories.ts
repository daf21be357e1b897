import { repositoryNotEmpty } from '../errors';
import type { Tag } from '../store/StoredRepository';
import type { Operation } from './Operation';
import { pageOf } from './pageOf';
import { checkName, nameIn, repositoryNamed } from './repositoryNamed';
import { encryptionIn, mutabilityIn, scanOnPushIn } from './settings';
import { shown } from './shown';
import { checkTags } from './tags';

export const createRepository: Operation = ({ registry, fields }) => ({
  repository: shown(
    registry,
    registry.add({
      name: nameIn(fields),
      tagMutability: mutabilityIn(fields),
      scanOnPush: scanOnPushIn(fields),
      encryption: encryptionIn(fields),
      tags: checkTags(fields.list<Tag>('tags') ?? []),
    }),
  ),
});

export const describeRepositories: Operation = ({ registry, fields }) => {
  const names = fields.list<string>('repositoryNames', { least: 1, most: 100 });
  if (names) {
    names.forEach(checkName);
    return {
      repositories: names.map(name => shown(registry, registry.get(name))),
    };
  }
  const { page, nextToken } = pageOf(registry.list(), fields, {
    usual: 100,
    markOf: ({ name }) => name,
  });
  return { repositories: page.map(each => shown(registry, each)), nextToken };
};

export const deleteRepository: Operation = call => {
  const { registry, fields } = call;
  const repository = repositoryNamed(call);
  if (repository.images.length > 0 && !fields.flag('force')) {
    throw repositoryNotEmpty(repository.name, registry.account);
  }
  registry.remove(repository);
  return { repository: shown(registry, repository) };
};
