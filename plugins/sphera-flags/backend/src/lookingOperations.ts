import {
  getFlag,
  getMessaging,
  getRings,
  getRollout,
  listAgents,
  listChanges,
  listDrift,
  listFlags,
  listRollouts,
  listServiceFlags,
  listSetAside,
} from '@sphera/plugin-flags-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import { readDrift } from './reading/drift/readDrift';
import { findFlag, readFlag } from './reading/flags/readFlag';
import { readFlags } from './reading/flags/readFlags';
import type { Follower } from './reading/memory/Follower';
import { lengthOfTime } from './reading/moment';
import { readAgents } from './reading/readAgents';
import { readChanges } from './reading/readChanges';
import type { ReadingParts } from './reading/ReadingParts';
import { readMessaging, readSetAside } from './reading/readMessaging';
import { findRollout, readRollouts } from './reading/readRollouts';
import { readServiceFlags } from './reading/readServiceFlags';

/** Opens the doors of every operation that only looks. */
export function handleLooking(
  operations: OperationsService,
  parts: ReadingParts & { follower: Pick<Follower, 'current'> },
): void {
  const { answers, follower, settings } = parts;

  operations.handle(listFlags, async ({ input }) => {
    await follower.current();
    return readFlags(parts, input);
  });

  operations.handle(listServiceFlags, async ({ input }) => {
    await follower.current();
    return readServiceFlags(parts, input);
  });

  operations.handle(getFlag, async ({ input }) => readFlag(parts, input.flag), {
    async target({ flag }) {
      await follower.current();
      return { service: findFlag(parts, flag).kept.service };
    },
  });

  operations.handle(listDrift, async ({ input }) => {
    await follower.current();
    return readDrift(parts, input);
  });

  operations.handle(listAgents, async ({ input }) => {
    await follower.current();
    return readAgents(parts, input);
  });

  operations.handle(listChanges, async ({ input }) =>
    readChanges(parts, input),
  );

  operations.handle(
    getRollout,
    async ({ input: { id } }) => {
      await follower.current();
      return answers.rollout(await findRollout(parts, id));
    },
    {
      async target({ id }) {
        const { service } = await findRollout(parts, id);
        return { service };
      },
    },
  );

  operations.handle(listRollouts, async ({ input }) => {
    await follower.current();
    return readRollouts(parts, input);
  });

  operations.handle(getRings, async () => ({
    rings: settings.rings,
    soak: lengthOfTime(settings.soakMs),
  }));

  operations.handle(getMessaging, async () => readMessaging(parts));

  operations.handle(listSetAside, async ({ input }) =>
    readSetAside(parts, input),
  );
}
