import { imageExists, imageNotFound, imageTagExists } from '../errors';
import { digestOf, putImage as put } from '../store/ImageRegistry';
import type { StoredImage, StoredRepository } from '../store/StoredRepository';
import { inSeconds, type Call, type Operation } from './Operation';
import { pageOf } from './pageOf';
import { repositoryNamed } from './repositoryNamed';

/** How a request names an image. */
interface ImageId {
  imageDigest?: string;
  imageTag?: string;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

export const putImage: Operation = call => {
  const { registry, fields, now } = call;
  const repository = repositoryNamed(call);
  const manifest = fields.needed('imageManifest', { least: 1 });
  const tag = fields.text('imageTag', { least: 1, most: 300 });
  const holder = repository.images.find(({ tags }) =>
    tags.some(each => each === tag),
  );
  if (holder?.digest === digestOf(manifest)) {
    throw imageExists(repository.name, registry.account);
  }
  if (holder && repository.tagMutability === 'IMMUTABLE') {
    throw imageTagExists(tag!, repository.name);
  }
  const image = put(repository, {
    tag,
    manifest,
    mediaType: fields.text('imageManifestMediaType') ?? MANIFEST,
    size: Buffer.byteLength(manifest),
    at: now,
  });
  return {
    image: {
      registryId: registry.account,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, imageTag: tag },
      imageManifest: manifest,
      imageManifestMediaType: image.mediaType,
    },
  };
};

export const describeImages: Operation = call => {
  const { registry, fields } = call;
  const repository = repositoryNamed(call);
  const { page, nextToken } = pageOf(wanted(call, repository), fields, {
    usual: 100,
    markOf: ({ digest }) => digest,
  });
  return {
    imageDetails: page.map(({ digest, tags, size, pushedAt, mediaType }) => ({
      registryId: registry.account,
      repositoryName: repository.name,
      imageDigest: digest,
      ...(tags.length > 0 && { imageTags: tags }),
      imageSizeInBytes: size,
      imagePushedAt: inSeconds(pushedAt),
      imageManifestMediaType: mediaType,
    })),
    nextToken,
  };
};

export const listImages: Operation = call => {
  const ids = filtered(call, repositoryNamed(call)).flatMap(
    ({ digest, tags }): ImageId[] =>
      tags.length > 0
        ? tags.map(imageTag => ({ imageDigest: digest, imageTag }))
        : [{ imageDigest: digest }],
  );
  const markOf = ({ imageDigest, imageTag }: ImageId) =>
    `${imageDigest} ${imageTag ?? ''}`;
  const { page, nextToken } = pageOf(
    ids.sort((one, other) => (markOf(one) < markOf(other) ? -1 : 1)),
    call.fields,
    { usual: 100, markOf },
  );
  return { imageIds: page, nextToken };
};

function wanted(call: Call, repository: StoredRepository): StoredImage[] {
  const ids = call.fields.list<ImageId>('imageIds', { least: 1, most: 100 });
  if (!ids) return filtered(call, repository);
  return ids.map(id => {
    const found = repository.images.find(
      ({ digest, tags }) =>
        (id.imageDigest ?? digest) === digest &&
        (id.imageTag === undefined || tags.includes(id.imageTag)),
    );
    if (!found) throw imageNotFound(id, repository.name, call.registry.account);
    return found;
  });
}

function filtered({ fields }: Call, { images }: StoredRepository) {
  const status = fields.within('filter').text('tagStatus') ?? 'ANY';
  return images
    .filter(({ tags }) => status === 'ANY' || status === statusOf(tags))
    .sort((one, other) => (one.digest < other.digest ? -1 : 1));
}

function statusOf(tags: string[]): string {
  return tags.length > 0 ? 'TAGGED' : 'UNTAGGED';
}
