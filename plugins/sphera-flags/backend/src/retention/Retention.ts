import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Clock, counted } from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../settings/FlagsSettings';
import type { PastStore } from '../storage/FlagStore';

/** So many changes of each flag stay, however old: a flag can always be put back some way. */
const CHANGES_AT_LEAST = 100;
/** Whoever may write to the topic may send much that cannot be read. */
const ASIDES_AT_MOST = 10_000;

/** Takes history out of the database that is older than it is kept. */
export class Retention {
  constructor(
    private readonly parts: {
      past: PastStore;
      settings: Pick<FlagsSettings, 'keepHistoryMs'>;
      clock: Pick<Clock, 'now'>;
      logger: LoggerService;
    },
  ) {}

  /** Safe to run at any time, and on several replicas at once. @throws StorageError */
  async run(): Promise<void> {
    const { past, settings, clock, logger } = this.parts;
    const before = clock.now() - settings.keepHistoryMs;
    const forgotten = [
      counted(
        await past.forgetChanges({ before, atLeast: CHANGES_AT_LEAST }),
        'change',
      ),
      // Those that a change names that stays, stay.
      counted(await past.forgetRollouts(before), 'roll-out'),
      counted(
        await past.forgetAsides({ before, atMost: ASIDES_AT_MOST }),
        'message',
      ),
    ];
    logger.info(`Forgot what is long over: ${forgotten.join(', ')}`);
  }
}
