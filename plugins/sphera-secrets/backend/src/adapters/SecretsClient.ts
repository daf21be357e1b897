/** A value as it travels between AWS and a call; never kept, never written anywhere. */
export interface SecretValue {
  /** `binary`: the bytes, in base64. */
  encoding: 'text' | 'binary';
  content: string;
}

/** What AWS says of a secret without its value. Moments are milliseconds since 1970. */
export interface SecretListing {
  fullName: string;
  arn: string;
  description?: string;
  /** Id, ARN or alias; absent: the key of AWS itself. */
  kmsKey?: string;
  tags: Readonly<Record<string, string>>;
  createdAt?: number;
  changedAt?: number;
  /** The day it was last read. */
  readAt?: number;
  /** Present where it is deleted: when that was asked for, or when it will be gone; AWS is not of one mind. */
  deletedAt?: number;
  /** The version labelled AWSCURRENT; absent where it has no value yet. */
  versionId?: string;
  /** The version labelled AWSPREVIOUS. */
  previousVersionId?: string;
  /** Labels of versions by version id. */
  stages: Readonly<Record<string, readonly string[]>>;
}

/** One version of a secret. */
export interface VersionListing {
  versionId: string;
  stages: readonly string[];
  createdAt?: number;
  readAt?: number;
}

/** What decides how a new secret is kept. */
export interface SecretShape {
  fullName: string;
  description?: string;
  kmsKey?: string;
  tags: Readonly<Record<string, string>>;
}

/**
 * AWS Secrets Manager in one place (account and region), within its rate limits.
 *
 * Every method throws `PlaceError` (errors.ts), whose sentence names the place and
 * never carries a value.
 */
export interface SecretsClient {
  /** Every secret, deleted ones too, page by page (100 each); with a tag: only those that carry it. */
  list(options?: {
    tag?: { key: string; value: string };
    signal?: AbortSignal;
  }): AsyncIterable<SecretListing[]>;

  /** Current values of at most 20 secrets by ARN; what cannot be had is in `problems`. */
  values(arns: readonly string[]): Promise<{
    values: ReadonlyMap<string, SecretValue & { versionId: string }>;
    problems: ReadonlyMap<string, string>;
  }>;

  /** One value: of a version, of the previous one, or the current one. */
  value(
    fullName: string,
    which?: { versionId: string } | 'previous',
  ): Promise<SecretValue & { versionId: string }>;

  /** `undefined` where there is none. */
  describe(fullName: string): Promise<SecretListing | undefined>;

  /** Creates it with its first version, whose id is `token`. The same call twice is one. */
  create(
    shape: SecretShape,
    value: SecretValue,
    token: string,
  ): Promise<{ arn: string; versionId: string }>;

  /** Adds a version with id `token` that is not current yet (label `sphera-staged`). The same call twice is one. */
  stage(fullName: string, value: SecretValue, token: string): Promise<void>;

  /**
   * Makes a version current, provided that `from` still is (AWS compares and sets).
   * @throws PlaceError of kind `changed` where it is not.
   */
  makeCurrent(
    fullName: string,
    versionId: string,
    from: string | undefined,
  ): Promise<void>;

  /** Takes the label `sphera-staged` away, so that AWS forgets the version. */
  unstage(fullName: string, versionId: string): Promise<void>;

  /** Sets description and key; `undefined` leaves as is. */
  describeAs(
    fullName: string,
    about: { description?: string; kmsKey?: string },
  ): Promise<void>;

  /** Adds and replaces tags, then removes those named. */
  tag(
    fullName: string,
    tags: Readonly<Record<string, string>>,
    without?: readonly string[],
  ): Promise<void>;

  /** Answers until when it can be restored (ms). `atOnce`: it cannot, and it is gone. */
  delete(
    fullName: string,
    how: { recoveryDays: number } | 'atOnce',
  ): Promise<number | undefined>;

  restore(fullName: string): Promise<void>;

  /** Every version that AWS still has, the newest first. */
  versions(fullName: string): Promise<VersionListing[]>;
}

/** The clients of every place. */
export interface SecretsClients {
  /** @throws PlaceError of kind `unknown` where no such place keeps secrets. */
  of(place: { environment: string; region: string }): SecretsClient;
}
