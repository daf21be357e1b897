import type { ImageRegistry } from '../store/ImageRegistry';
import type { StoredRepository } from '../store/StoredRepository';
import { inSeconds } from './Operation';

/** A repository as the API shows it. */
export function shown(
  registry: ImageRegistry,
  repository: StoredRepository,
): object {
  const { name, createdAt, tagMutability, scanOnPush, encryption } = repository;
  return {
    repositoryArn: registry.arnOf(repository),
    registryId: registry.account,
    repositoryName: name,
    repositoryUri: `${registry.host}/${name}`,
    createdAt: inSeconds(createdAt),
    imageTagMutability: tagMutability,
    imageScanningConfiguration: { scanOnPush },
    encryptionConfiguration: encryption,
  };
}
