import type { Response } from 'supertest';
import type { Caller } from './startPortal';

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

/** The sentence of a refusal. */
export async function refused(
  call: PromiseLike<Response>,
  wanted: number,
): Promise<string> {
  const { status, body } = await call;
  expect({ status, body }).toMatchObject({ status: wanted });
  return body.error.message;
}

/** What every place says of a name; asked again where one is too slow to be waited for. */
export async function checked(caller: Caller, name: string): Promise<any> {
  for (;;) {
    const answer = await answered(caller, 'check-name', { name });
    const states = answer.findings.map(({ state }: any) => state);
    if (!states.includes('unknown')) return answer;
  }
}
