/** A tag as the API writes it. */
export interface Tag {
  Key: string;
  Value: string;
}

/** A value: a text, or bytes. */
export type StoredValue = string | Buffer;

/** One version of a secret. Moments are milliseconds since 1970. */
export interface StoredVersion {
  id: string;
  /** Staging labels; none: deprecated, and forgotten some day. */
  labels: string[];
  value: StoredValue;
  createdAt: number;
  /** The day it was last read. */
  readAt?: number;
}

/** A secret of one account in one region. Moments are milliseconds since 1970. */
export interface StoredSecret {
  name: string;
  /** The six characters at the end of its ARN. */
  suffix: string;
  description?: string;
  kmsKeyId?: string;
  /** Never changed in place, so that many secrets may share theirs. */
  tags: readonly Tag[];
  createdAt: number;
  changedAt: number;
  /** The day it was last read. */
  readAt?: number;
  /** Present while it waits for its deletion: when it will be gone. */
  deletedAt?: number;
  /** In the order of their creation. */
  versions: StoredVersion[];
}
