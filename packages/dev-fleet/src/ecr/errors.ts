import { AwsError } from '../aws/AwsError';

/** The errors of ECR, in its words. */
export const repositoryExists = (name: string, registry: string) =>
  new AwsError(
    'RepositoryAlreadyExistsException',
    `The repository with name '${name}' already exists in the registry with id '${registry}'`,
  );

export const repositoryNotFound = (name: string, registry: string) =>
  new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
  );

export const repositoryNotEmpty = (name: string, registry: string) =>
  new AwsError(
    'RepositoryNotEmptyException',
    `The repository with name '${name}' in registry with id '${registry}' cannot be deleted because it still contains images`,
  );

export const lifecyclePolicyNotFound = (name: string, registry: string) =>
  new AwsError(
    'LifecyclePolicyNotFoundException',
    `Lifecycle policy does not exist for the repository with name '${name}' in the registry with id '${registry}'`,
  );

export const repositoryPolicyNotFound = (name: string, registry: string) =>
  new AwsError(
    'RepositoryPolicyNotFoundException',
    `Repository policy does not exist for the repository with name '${name}' in the registry with id '${registry}'`,
  );

export const imageNotFound = (
  { imageDigest, imageTag }: { imageDigest?: string; imageTag?: string },
  name: string,
  registry: string,
) =>
  new AwsError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:'${
      imageDigest ?? 'null'
    }', imageTag:'${
      imageTag ?? 'null'
    }'} does not exist within the repository with name '${name}' in the registry with id '${registry}'`,
  );

export const imageTagExists = (tag: string, name: string) =>
  new AwsError(
    'ImageTagAlreadyExistsException',
    `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the repository is immutable.`,
  );

export const imageExists = (name: string, registry: string) =>
  new AwsError(
    'ImageAlreadyExistsException',
    `Image already exists in the repository with name '${name}' in registry with id '${registry}'`,
  );

export const invalidParameter = (field: string, constraint: string) =>
  new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${field}' failed to satisfy constraint: '${constraint}'`,
  );

export const invalidTag = (constraint: string) =>
  new AwsError(
    'InvalidTagParameterException',
    `Invalid parameter at 'tags' failed to satisfy constraint: '${constraint}'`,
  );

export const tooManyTags = (most: number) =>
  new AwsError(
    'TooManyTagsException',
    `The number of tags exceeds the limit of ${most} for a resource`,
  );
