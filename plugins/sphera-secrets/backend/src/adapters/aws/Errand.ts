import type { Api } from './rateLimits';

/** What one call was about, for sentences. */
export interface Errand {
  /** `production/us-east-1`. */
  place: string;
  account?: string;
  api: Api;
  /** Full name or ARN; absent where the call is about all secrets. */
  secret?: string;
  /** The key that the secret is encrypted with, where that is known. */
  kmsKey?: string;
}

/** The secret of an errand: `The secret payments/api-key in production/us-east-1`. */
export function secretInWords({ place, secret }: Errand): string {
  return secret
    ? `The secret ${nameOf(secret)} in ${place}`
    : `A secret in ${place}`;
}

/** AWS ends an ARN with the full name and six random characters. */
export function nameOf(fullNameOrArn: string): string {
  const inArn = /^arn:[^:]*:secretsmanager:[^:]*:\d*:secret:(.+)-.{6}$/;
  return inArn.exec(fullNameOrArn)?.[1] ?? fullNameOrArn;
}
