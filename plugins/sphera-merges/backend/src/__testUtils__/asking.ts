import type { Response } from 'supertest';
import type { Hold, HoldWithPullRequests } from '@sphera/plugin-merges-common';
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

/** Asks until an answer is as wanted; the time of the test is the patience. */
export async function until<T>(
  look: () => Promise<T>,
  isWanted: (seen: T) => boolean,
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isWanted(seen)) return seen;
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}

/** The repository of a service, once it is as wanted. */
export async function untilHold(
  caller: Caller,
  service: string,
  isWanted: (seen: HoldWithPullRequests) => boolean,
): Promise<HoldWithPullRequests> {
  return until(async () => {
    const { body } = await caller.ask('get-merge-hold', { service });
    return body;
  }, isWanted);
}

/** The repository of a service, once it is in a state. */
export const untilState = (
  caller: Caller,
  service: string,
  state: Hold['state'],
) => untilHold(caller, service, seen => seen.state === state);
