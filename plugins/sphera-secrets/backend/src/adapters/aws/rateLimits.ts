import { InputError } from '@backstage/errors';

/** The calls to AWS Secrets Manager that the portal makes. */
export type Api =
  | 'BatchGetSecretValue'
  | 'CreateSecret'
  | 'DeleteSecret'
  | 'DescribeSecret'
  | 'GetSecretValue'
  | 'ListSecrets'
  | 'ListSecretVersionIds'
  | 'PutSecretValue'
  | 'RestoreSecret'
  | 'TagResource'
  | 'UntagResource'
  | 'UpdateSecret'
  | 'UpdateSecretVersionStage';

/** Calls that share a quota of AWS, and how many of them a second the portal makes. */
export interface RateLimit {
  apis: readonly Api[];
  perSecond: number;
}

/**
 * At most half of the quotas of AWS, so that the portal never takes a region away from the
 * services in it: those of each account and region are 100 a second for lists and batches,
 * 10,000 for reading, 50 for everything that writes.
 *
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
const DEFAULTS: readonly RateLimit[] = [
  { apis: ['ListSecrets'], perSecond: 50 },
  { apis: ['BatchGetSecretValue'], perSecond: 50 },
  { apis: ['GetSecretValue', 'DescribeSecret'], perSecond: 100 },
  { apis: ['ListSecretVersionIds'], perSecond: 25 },
  {
    apis: ['PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage'],
    perSecond: 25,
  },
  { apis: ['CreateSecret'], perSecond: 25 },
  { apis: ['DeleteSecret'], perSecond: 25 },
  { apis: ['RestoreSecret'], perSecond: 25 },
  { apis: ['TagResource', 'UntagResource'], perSecond: 25 },
];

/**
 * What the portal keeps to in each account and region.
 *
 * @param chosen - `sphera.secrets.limits`: calls a second by API; of several that share a quota the least counts
 * @throws InputError where it names something that the portal does not call
 */
export function rateLimits(
  chosen: Readonly<Record<string, number>>,
): RateLimit[] {
  const known: readonly string[] = DEFAULTS.flatMap(({ apis }) => apis);
  const unknown = Object.keys(chosen).find(api => !known.includes(api));
  if (unknown) {
    throw new InputError(
      `sphera.secrets.limits: "${unknown}" is no call that the portal makes to AWS: ${known.join(
        ', ',
      )} are`,
    );
  }
  return DEFAULTS.map(({ apis, perSecond }) => {
    const own = apis.flatMap(api => chosen[api] ?? []);
    return { apis, perSecond: own.length ? Math.min(...own) : perSecond };
  });
}
