import type { Response } from 'supertest';
import type { Caller } from './callersFor';

/** What somebody is answered; fails where it is a refusal. */
export async function answered(
  caller: Caller,
  operation: string,
  input: object = {},
): Promise<any> {
  const { body, status } = await caller.ask(operation, input);
  expect({ status, error: body.error }).toEqual({ status: 200 });
  return body;
}

/** The sentence of a refusal. @param wanted - its HTTP status */
export async function refused(
  call: PromiseLike<Response>,
  wanted: number,
): Promise<string> {
  const { status, body } = await call;
  expect({ status, body }).toMatchObject({ status: wanted });
  return body.error.message;
}
