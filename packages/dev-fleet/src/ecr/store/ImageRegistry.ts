import { createHash } from 'node:crypto';
import type { Clock } from '../../kubernetes/clock';
import { repositoryExists, repositoryNotFound } from '../errors';
import type { StoredImage, StoredRepository } from './StoredRepository';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** Of a small service, in bytes. */
const USUAL_SIZE = 61_000_000;

/** A repository that is put in as if it had always been there; what is absent is as AWS has it where nobody says. */
export type RepositoryWish = Pick<StoredRepository, 'name'> &
  Partial<Omit<StoredRepository, 'name' | 'images'>>;

/** The image repositories of one account in one region. */
export class ImageRegistry {
  readonly #repositories = new Map<string, StoredRepository>();

  constructor(
    readonly account: string,
    readonly region: string,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** All of them, by name. */
  list(): StoredRepository[] {
    return [...this.#repositories.values()].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  }

  find(name: string): StoredRepository | undefined {
    return this.#repositories.get(name);
  }

  /** @throws AwsError RepositoryNotFoundException */
  get(name: string): StoredRepository {
    const found = this.find(name);
    if (!found) throw repositoryNotFound(name, this.account);
    return found;
  }

  /** @throws AwsError RepositoryNotFoundException */
  byArn(arn: string): StoredRepository {
    return this.get(arn.slice(arn.indexOf(':repository/') + 12));
  }

  /** @throws AwsError RepositoryAlreadyExistsException */
  add(wish: RepositoryWish): StoredRepository {
    if (this.find(wish.name)) throw repositoryExists(wish.name, this.account);
    const added: StoredRepository = {
      createdAt: this.clock.now(),
      tagMutability: 'MUTABLE',
      scanOnPush: false,
      encryption: { encryptionType: 'AES256' },
      tags: [],
      ...wish,
      images: [],
    };
    this.#repositories.set(added.name, added);
    return added;
  }

  remove({ name }: StoredRepository): void {
    this.#repositories.delete(name);
  }

  /** Somebody pushes an image, past the rules of the API: a tag that is there moves. */
  push(
    name: string,
    tag: string,
    { at = this.clock.now() }: { /** In milliseconds. */ at?: number } = {},
  ): StoredImage {
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      annotations: { 'org.opencontainers.image.ref.name': `${name}:${tag}` },
    });
    return putImage(this.get(name), {
      tag,
      manifest,
      at,
      mediaType: MANIFEST,
      size: USUAL_SIZE,
    });
  }

  arnOf({ name }: StoredRepository): string {
    return `arn:aws:ecr:${this.region}:${this.account}:repository/${name}`;
  }

  /** `111111111111.dkr.ecr.eu-central-1.amazonaws.com`, which images begin with. */
  get host(): string {
    return `${this.account}.dkr.ecr.${this.region}.amazonaws.com`;
  }
}

/** Puts an image where it is not yet, and a tag on it. */
export function putImage(
  { images }: StoredRepository,
  wish: {
    tag?: string;
    manifest: string;
    mediaType: string;
    size: number;
    /** In milliseconds since 1970. */
    at: number;
  },
): StoredImage {
  const { tag, manifest, mediaType, size, at } = wish;
  const digest = digestOf(manifest);
  let image = images.find(each => each.digest === digest);
  if (!image) {
    image = { digest, tags: [], pushedAt: at, size, manifest, mediaType };
    images.push(image);
  }
  if (tag === undefined) return image;
  for (const other of images) {
    other.tags = other.tags.filter(each => each !== tag);
  }
  image.tags.push(tag);
  return image;
}

/** What names a manifest by its bytes. */
export function digestOf(manifest: string): string {
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}
