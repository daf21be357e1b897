import type { Response } from 'supertest';
import type { Caller, Portal } from './startPortal';

export const ofQuotes = { service: 'quotes' };

/** What somebody is answered; fails where it is a refusal. */
export async function answered(
  caller: Caller,
  operation: string,
  input: object = ofQuotes,
): Promise<any> {
  const { body, status } = await caller.ask(operation, input);
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

/** Has facts of quotes hold, and the portal look. */
export async function hold(portal: Portal, ...facts: string[]): Promise<any> {
  portal.facts.hold('quotes', ...facts);
  return answered(portal.dana, 'refresh-facts');
}

/** Dana asks and Noor says yes. */
export async function approve(portal: Portal, step: string): Promise<any> {
  const input = { ...ofQuotes, step, comment: 'please' };
  await answered(portal.dana, 'request-approval', input);
  return answered(portal.noor, 'approve-step', { ...input, comment: 'fine' });
}

/** One step of an answer. */
export const stepIn = ({ stages }: any, name: string): any =>
  stages
    .flatMap(({ steps }: any) => steps)
    .find((step: any) => step.name === name);
