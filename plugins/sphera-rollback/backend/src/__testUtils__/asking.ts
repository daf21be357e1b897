import { answered as answeredTo } from '@sphera/plugin-operations-node/testUtils';
import type { Portal } from './startRollback';

export { refused } from '@sphera/plugin-operations-node/testUtils';

export const QUOTES = 'component:default/quotes';
export const STAGING = 'staging';
export const PRODUCTION = 'production';
export const FRANKFURT = 'eu-central-1';
export const VIRGINIA = 'us-east-1';

/** The file of quotes in a region. */
export const valuesOf = (region: string, environment = PRODUCTION) =>
  `booking/quotes/${environment}/${region}/values.yaml`;

/** What Dana is answered; fails where it is a refusal. */
export async function answered(
  { dana }: Pick<Portal, 'dana'>,
  operation: string,
  input: object = {},
): Promise<any> {
  return answeredTo(dana, operation, input);
}

/** The plan of a rollback in production. */
export const planned = (
  portal: Pick<Portal, 'dana'>,
  service: string,
  version: string,
  more: object = {},
) =>
  answered(portal, 'plan-rollback', {
    service,
    environment: PRODUCTION,
    version,
    ...more,
  });
