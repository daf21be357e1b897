/** A tag of a repository as the API writes it. */
export interface Tag {
  Key: string;
  Value: string;
}

/** An image of a repository. */
export interface StoredImage {
  /** `sha256:…` */
  digest: string;
  tags: string[];
  /** In milliseconds since 1970. */
  pushedAt: number;
  /** In bytes. */
  size: number;
  manifest: string;
  mediaType: string;
}

/** Whether a tag may be moved to another image. */
export const TAG_MUTABILITIES = ['MUTABLE', 'IMMUTABLE'] as const;
export type TagMutability = (typeof TAG_MUTABILITIES)[number];

/** A place for images in one account and region. */
export interface StoredRepository {
  /** `quotes`, or `booking/quotes`. */
  name: string;
  /** In milliseconds since 1970. */
  createdAt: number;
  tagMutability: TagMutability;
  scanOnPush: boolean;
  encryption: { encryptionType: string; kmsKey?: string };
  tags: readonly Tag[];
  /** JSON, as it was put. */
  lifecyclePolicy?: { text: string; at: number };
  /** JSON, as it was put. */
  policy?: string;
  /** The oldest first. */
  images: StoredImage[];
}
