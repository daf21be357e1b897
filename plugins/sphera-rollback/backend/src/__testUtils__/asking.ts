import type { Response } from 'supertest';
import type { Portal } from './startRollback';

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
  const { body, status } = await dana.ask(operation, input);
  expect({ status, error: body.error }).toEqual({ status: 200 });
  return body;
}

/** The sentence of a refusal. */
export async function refused(
  call: PromiseLike<Response>,
  wanted: number,
): Promise<string> {
  const { status, body } = await call;
  expect({ status, body }).toMatchObject({ status: wanted });
  return body.error.message;
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
