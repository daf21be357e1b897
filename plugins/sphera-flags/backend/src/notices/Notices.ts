import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Clock,
  growingWait,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { DueNotice, FlagStores } from '../storage/FlagStore';
import type { OwnerMessage, OwnerMessages } from './OwnerMessages';
import { refusalMessage } from './refusalMessage';
import { stopMessage } from './stopMessage';

const AT_ONCE = 20;
/** Then the portal has no notifications, or they are broken for longer than news keep. */
const MOST_TRIES = 8;

/** What telling people takes. */
export interface NoticesParts {
  stores: Pick<FlagStores, 'changes' | 'notices' | 'rollouts'>;
  messages: Pick<OwnerMessages, 'send'>;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Tells owners of what clusters refused, and of roll-outs that stopped: what is due by the database, so that it is told
 * whichever replica dies. What cannot be told now is tried again for some minutes.
 */
export class Notices {
  private work?: Promise<void>;
  private isStopped = false;
  private isFailing = false;

  constructor(private readonly parts: NoticesParts) {}

  /** Tells what is due, unless that is being done already; never throws. */
  look(): void {
    if (this.work || this.isStopped) return;
    this.work = this.tellAll()
      .then(() => {
        this.isFailing = false;
      })
      .catch(this.noteFailure)
      .finally(() => {
        this.work = undefined;
      });
  }

  /** Ends after the notice that is being told. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.work;
  }

  private async tellAll(): Promise<void> {
    const { stores, clock } = this.parts;
    for (const notice of await stores.notices.due(clock.now(), AT_ONCE)) {
      if (this.isStopped) return;
      await this.tell(notice);
    }
  }

  private async tell(notice: DueNotice): Promise<void> {
    const { stores, messages, clock, logger } = this.parts;
    const message = await this.messageOf(notice);
    try {
      if (message) await messages.send(message);
    } catch (error) {
      const tries = notice.tries + 1;
      if (tries < MOST_TRIES) {
        const at = clock.now() + growingWait(tries, clock.random);
        await stores.notices.tellAgain(notice, at);
        return;
      }
      const why = withoutValues(error);
      logger.warn(
        `The owners of ${message?.service} could not be told that ${message?.title}: ${why}`,
      );
    }
    await stores.notices.told(notice);
  }

  private async messageOf({
    kind,
    subject,
  }: DueNotice): Promise<OwnerMessage | undefined> {
    const { changes, rollouts } = this.parts.stores;
    return kind === 'refused'
      ? refusalMessage(changes, subject)
      : stopMessage(rollouts, subject);
  }

  private readonly noteFailure = (error: unknown) => {
    if (!this.isFailing) {
      const why = withoutValues(error);
      this.parts.logger.warn(`Whom to tell what cannot be read: ${why}`);
    }
    this.isFailing = true;
  };
}
