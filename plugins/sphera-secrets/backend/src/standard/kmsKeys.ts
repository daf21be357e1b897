/** The key of AWS itself, under which secrets are kept where none is named. */
export const AWS_OWN_KEY = 'alias/aws/secretsmanager';

/**
 * Whether a secret is kept under the wanted key. An alias and a key id cannot be
 * told apart without asking KMS, so these count as the same.
 */
export function isKeptUnder(
  wanted: string | undefined,
  found: string | undefined,
): boolean {
  const [one, other] = [bare(wanted), bare(found)];
  return one === other || isAlias(one) !== isAlias(other);
}

/** Id or alias, out of an ARN where it is one. */
function bare(key: string = AWS_OWN_KEY): string {
  const resource = /^arn:[^:]*:kms:[^:]*:[^:]*:(.*)$/.exec(key)?.[1] ?? key;
  return resource.replace(/^key\//, '');
}

function isAlias(key: string): boolean {
  return key.startsWith('alias/');
}
