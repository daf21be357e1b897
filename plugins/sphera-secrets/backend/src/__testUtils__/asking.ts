import type {
  SecretRow,
  SecretsOfService,
} from '@sphera/plugin-secrets-common';
import { type PutByHand, putSecret } from './putSecret';
import type { startSecrets } from './startSecrets';

/** A portal of a test. */
export type Portal = Awaited<ReturnType<typeof startSecrets>>;

export const FRANKFURT = 'eu-central-1';
export const VIRGINIA = 'us-east-1';
export const SYDNEY = 'ap-southeast-2';
export const STAGING = 'staging';
export const PRODUCTION = 'production';
export const PAYMENTS = 'component:default/payments';

/** Puts a secret of production into one region, Frankfurt unless told otherwise. */
export function put(
  { standIn }: Pick<Portal, 'standIn'>,
  secret: Partial<PutByHand>,
): void {
  putSecret(standIn, {
    environment: PRODUCTION,
    region: FRANKFURT,
    ...secret,
  });
}

/** Puts a secret of production into several regions, all of them unless told otherwise. */
export function putEverywhere(
  portal: Pick<Portal, 'standIn'>,
  secret: Partial<PutByHand>,
  regions = [FRANKFURT, VIRGINIA, SYDNEY],
): void {
  for (const region of regions) put(portal, { region, ...secret });
}

/** The states of a row in the regions of one environment. */
export const statesIn = (environment: string, { cells }: SecretRow) =>
  cells
    .filter(cell => cell.environment === environment)
    .map(({ state }) => state);

/** The secrets of `payments`, as Dana sees them. */
export async function listed(
  portal: Portal,
  question: object = {},
): Promise<SecretsOfService> {
  const { body, status } = await portal.dana.ask('list-secrets', {
    service: 'payments',
    ...question,
  });
  expect({ status, error: body.error }).toEqual({ status: 200 });
  return body;
}
