import type { SecretsManagerStandIn } from '@sphera/dev-fleet';
import { ACCOUNTS } from './settings';

const DAY = 86_400_000;

/** A secret that somebody put into one place without the portal. */
export interface PutByHand {
  environment: string;
  region: string;
  service?: string;
  /** Short; its full name is to the standard. */
  name?: string;
  /** Instead of `service` and `name`. */
  fullName?: string;
  /** The newest last. */
  values?: Array<string | Buffer>;
  /** Besides those of the standard, or in place of them where the value is empty. */
  tags?: Record<string, string>;
  kmsKeyId?: string;
  owner?: string;
  /** How many days ago. */
  createdAgo?: number;
  readAgo?: number;
  /** In how many days it will be gone. */
  goneIn?: number;
}

/** Puts a secret into the stand-in, to the standard unless told otherwise. */
export function putSecret(
  { aws }: SecretsManagerStandIn,
  secret: PutByHand,
): void {
  const { environment, region, service = 'payments' } = secret;
  const { values = ['s3cret-of-a-test'], createdAgo = 10 } = secret;
  const now = Date.now();
  const ago = (days: number) => now - days * DAY;
  const tags: Record<string, string> = {
    service,
    environment,
    owner: secret.owner ?? 'checkout',
    'managed-by': 'sphera',
    ...secret.tags,
  };
  aws.secrets(ACCOUNTS[environment], region).put({
    name:
      secret.fullName ?? `${environment}/${service}/${secret.name ?? 'token'}`,
    kmsKeyId: secret.kmsKeyId ?? `alias/kestrel-${environment}`,
    tags: Object.entries(tags)
      .filter(([, value]) => value !== '')
      .map(([Key, Value]) => ({ Key, Value })),
    createdAt: ago(createdAgo),
    readAt: secret.readAgo === undefined ? undefined : ago(secret.readAgo),
    deletedAt: secret.goneIn === undefined ? undefined : ago(-secret.goneIn),
    versions: values.map((value, index) => ({
      value,
      createdAt: ago(createdAgo - index),
    })),
  });
}
