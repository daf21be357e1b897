import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@sphera/plugin-operations-node';
import { NeighbourError } from '@sphera/plugin-operations-node';
import type { Messages } from '../adapters/slack/Messages';
import { NotPostedError } from '../adapters/slack/NotPostedError';
import type { KeptMessage, KeptRollback } from '../running/KeptRollback';
import { messageOf } from './messageOf';
import { nextTry } from './nextTry';

/** After a day, nobody waits for the message any more. In milliseconds. */
const TRIED_FOR = 86_400_000;

/** The one message of a rollback in Slack: posted once, edited at its end. */
export class SlackNotice {
  constructor(
    private readonly parts: {
      messages: Messages | undefined;
      /** Address of a rollback's page. */
      pageOf(id: string): string;
      clock: Pick<Clock, 'now'>;
      logger: LoggerService;
    },
  ) {}

  /** When to tell, in milliseconds; `undefined`: nothing to tell as the rollback is now. */
  dueAt({ slack, state }: KeptRollback): number | undefined {
    const isOwed =
      this.parts.messages && slack && !slack.isOver && slack.shows !== state;
    return isOwed ? slack.again?.at ?? 0 : undefined;
  }

  /** As `Notices.tell`. */
  async tell(
    rollback: KeptRollback,
    save: () => Promise<boolean>,
  ): Promise<void> {
    const { slack, state } = rollback;
    if (!slack) return;
    try {
      if (!(await this.#bring(rollback, slack, save))) return;
      slack.shows = state;
      delete slack.problem;
      delete slack.again;
    } catch (error) {
      if (!(error instanceof NeighbourError)) throw error;
      this.#note(error, rollback, slack);
    }
  }

  /** Returns whether Slack has it. */
  async #bring(
    rollback: KeptRollback,
    slack: KeptMessage,
    save: () => Promise<boolean>,
  ): Promise<boolean> {
    const messages = this.parts.messages!;
    const { id, startedAt: since } = rollback;
    // Made at once: the rollback goes on meanwhile.
    const message = messageOf(rollback, this.parts.pageOf(id));
    if (!slack.posted) {
      const { channel, mayBeThere } = slack;
      slack.mayBeThere = true;
      if (!(await save())) return false;
      const request = { ...message, channel, id, mayBeThere, since };
      const { posted, isNew } = await messages.post(request);
      slack.posted = posted;
      if (isNew) return true;
    }
    await messages.edit(slack.posted, message);
    return true;
  }

  #note(
    error: NeighbourError,
    { id, startedAt }: KeptRollback,
    slack: KeptMessage,
  ) {
    const { clock, logger } = this.parts;
    const now = clock.now();
    if (error instanceof NotPostedError && !slack.posted) {
      slack.mayBeThere = false;
    }
    slack.problem = error.message;
    slack.isOver = !error.isPassing || now - startedAt > TRIED_FOR;
    const isFirst = slack.again === undefined;
    slack.again = nextTry(slack.again, now, error.retryAfter);
    if (isFirst || slack.isOver) {
      logger.warn(
        `Slack was not told of rollback ${id}${
          slack.isOver ? ', and will not be' : ''
        }: ${error.message}`,
      );
    }
  }
}
