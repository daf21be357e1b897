import type { Clock } from '../../kubernetes/clock';
import { uid, type Random } from '../../kubernetes/random';
import { notFound } from '../errors';
import type { StoredSecret, StoredValue, Tag } from './StoredSecret';

const SUFFIX_LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A secret that is put in as if it had always been there. Moments are milliseconds since 1970. */
export interface PutSecret {
  name: string;
  description?: string;
  kmsKeyId?: string;
  tags?: readonly Tag[];
  createdAt: number;
  changedAt?: number;
  readAt?: number;
  deletedAt?: number;
  /** The oldest first; without labels: the last is current, the one before it previous. */
  versions: Array<{ value: StoredValue; createdAt: number; labels?: string[] }>;
}

/** The secrets of one account in one region. */
export class SecretStore {
  readonly account: string;
  readonly region: string;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;
  readonly #secrets = new Map<string, StoredSecret>();
  /** Those that wait for their deletion. */
  readonly #waiting = new Set<StoredSecret>();
  #ordered: StoredSecret[] | undefined;

  constructor(options: {
    account: string;
    region: string;
    clock: Pick<Clock, 'now'>;
    random: Random;
  }) {
    this.account = options.account;
    this.region = options.region;
    this.#clock = options.clock;
    this.#random = options.random;
  }

  /** Puts a secret in from the inside, past the rules of the API. */
  put({ versions, tags = [], ...rest }: PutSecret): StoredSecret {
    return this.add({
      ...rest,
      tags,
      changedAt: rest.changedAt ?? versions.at(-1)?.createdAt ?? rest.createdAt,
      versions: versions.map((version, index) => ({
        ...version,
        id: this.newVersionId(),
        labels: version.labels ?? usualLabels(versions.length - 1 - index),
      })),
    });
  }

  /** Adds a secret that has no ARN yet. */
  add(secret: Omit<StoredSecret, 'suffix'>): StoredSecret {
    const suffix = Array.from(
      { length: 6 },
      () => SUFFIX_LETTERS[Math.floor(this.#random() * SUFFIX_LETTERS.length)],
    ).join('');
    const added = { ...secret, suffix };
    if (added.deletedAt !== undefined) this.#waiting.add(added);
    this.#secrets.set(secret.name, added);
    this.#ordered = undefined;
    return added;
  }

  /** Lets a secret be gone at a moment (milliseconds since 1970), or never. */
  deleteAt(secret: StoredSecret, moment: number | undefined): void {
    secret.deletedAt = moment;
    if (moment === undefined) this.#waiting.delete(secret);
    else this.#waiting.add(secret);
  }

  remove(secret: StoredSecret): void {
    this.#secrets.delete(secret.name);
    this.#waiting.delete(secret);
    this.#ordered = undefined;
  }

  /** By name, by ARN, or by ARN without the six characters. */
  find(secretId: string): StoredSecret | undefined {
    const [, name = secretId] =
      /^arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:(.+)$/.exec(secretId) ?? [];
    if (name === secretId) return this.#present(secretId);
    const whole = this.#present(name.slice(0, -7));
    if (whole && name.endsWith(`-${whole.suffix}`)) return whole;
    return this.#present(name);
  }

  /** @throws AwsError ResourceNotFoundException */
  get(secretId: string): StoredSecret {
    const secret = this.find(secretId);
    if (!secret) throw notFound();
    return secret;
  }

  /** All of them, those that wait for deletion too, in the order of their creation. */
  ordered(): readonly StoredSecret[] {
    const now = this.#clock.now();
    for (const secret of this.#waiting) {
      if (isGone(secret, now)) this.remove(secret);
    }
    this.#ordered ??= [...this.#secrets.values()].sort(compareSecrets);
    return this.#ordered;
  }

  arnOf({ name, suffix }: StoredSecret): string {
    return `arn:aws:secretsmanager:${this.region}:${this.account}:secret:${name}-${suffix}`;
  }

  newVersionId(): string {
    return uid(this.#random);
  }

  #present(name: string): StoredSecret | undefined {
    const secret = this.#secrets.get(name);
    if (!secret || !isGone(secret, this.#clock.now())) return secret;
    this.remove(secret);
    return undefined;
  }
}

function isGone({ deletedAt }: StoredSecret, now: number): boolean {
  return deletedAt !== undefined && deletedAt <= now;
}

function usualLabels(fromEnd: number): string[] {
  return [['AWSCURRENT'], ['AWSPREVIOUS']][fromEnd] ?? [];
}

/** Created earlier first; at once: by name. */
export function compareSecrets(
  one: Pick<StoredSecret, 'createdAt' | 'name'>,
  other: Pick<StoredSecret, 'createdAt' | 'name'>,
): number {
  if (one.createdAt !== other.createdAt) return one.createdAt - other.createdAt;
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}
