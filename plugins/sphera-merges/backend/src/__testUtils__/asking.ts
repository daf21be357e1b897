import type { Hold, HoldWithPullRequests } from '@sphera/plugin-merges-common';
import type { Caller } from './startPortal';

export { answered, refused } from '@sphera/plugin-operations-node/testUtils';

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
