import type { LoggerService } from '@backstage/backend-plugin-api';
import { createFlag } from '@sphera/plugin-flags-common';
import type { RequestOf } from '@sphera/plugin-operations-common';
import {
  type Clock,
  growingWait,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../settings/FlagsSettings';
import type { ChangeStore } from '../storage/FlagStore';

/** Who creates them. */
const SPHERA = 'sphera';
/** The catalog may know a service only a while after the start. */
const TRIES = 20;

/** What creating the first flags takes. */
export interface FirstFlagsParts {
  settings: Pick<FlagsSettings, 'firstFlags'>;
  stores: { changes: Pick<ChangeStore, 'getFlag'> };
  operations: Pick<OperationsService, 'run'>;
  clock: Clock;
  logger: LoggerService;
}

/** Creates the flags of the configuration that never were, one after the other. Never throws: what cannot be is logged. */
export async function createFirstFlags(parts: FirstFlagsParts): Promise<void> {
  for (const written of parts.settings.firstFlags) {
    await createFirst(parts, written as RequestOf<typeof createFlag>);
  }
}

async function createFirst(
  { stores, operations, clock, logger }: FirstFlagsParts,
  input: RequestOf<typeof createFlag>,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      if (await stores.changes.getFlag(input.flag)) return;
      const onBehalfOf = { actor: SPHERA, door: 'schedule' as const };
      await operations.run(createFlag, input, onBehalfOf);
      logger.info(`Created ${input.flag}, one of the first flags`);
      return;
    } catch (error) {
      // Another replica was faster.
      if ((error as Error).name === 'ConflictError') return;
      if (tries === TRIES) {
        logger.error(
          `The first flag ${input.flag} cannot be created: ${
            (error as Error).message
          }`,
        );
        return;
      }
    }
    const wait = growingWait(tries, clock.random);
    await new Promise<void>(resolve => clock.after(wait, resolve));
  }
}
