import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ownersBut,
  type Clock,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { RollbackState } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';
import { headline } from './headline';
import { nextTry } from './nextTry';

/** Then the portal has no notifications, or they are broken for longer than news keep. */
const MOST_TRIES = 8;

const SEVERITIES = {
  running: 'normal',
  done: 'normal',
  failed: 'high',
  cancelled: 'low',
} as const satisfies Record<RollbackState, string>;

/** Backstage's notification of a service's owners: one, whose end takes the place of its start. */
export class OwnersNotice {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'get'>;
      notifications: NotificationService;
      clock: Pick<Clock, 'now'>;
      logger: LoggerService;
    },
  ) {}

  /** When to tell, in milliseconds; `undefined`: nothing to tell as the rollback is now. */
  dueAt(rollback: KeptRollback): number | undefined {
    const { state, isAnnounced, isNotified, notifyAgain } = rollback;
    const isTold = state === 'running' ? isAnnounced : isNotified;
    return isTold ? undefined : notifyAgain?.at ?? 0;
  }

  /** As `Notices.tell`. Sent twice, the second takes the place of the first. */
  async tell(rollback: KeptRollback): Promise<void> {
    const { id, state } = rollback;
    try {
      await this.#send(rollback);
    } catch (error) {
      const again = nextTry(rollback.notifyAgain, this.parts.clock.now());
      if (again.tries < MOST_TRIES) {
        rollback.notifyAgain = again;
        return;
      }
      this.parts.logger.warn(
        `The owners of ${rollback.service} could not be told of rollback ${id}: ${error}`,
      );
    }
    delete rollback.notifyAgain;
    if (state === 'running') rollback.isAnnounced = true;
    else rollback.isNotified = true;
  }

  async #send(rollback: KeptRollback): Promise<void> {
    // What is sent is what the rollback was when it was asked to be told.
    const now = { ...rollback };
    const { directory, notifications } = this.parts;
    const service = await directory.get(now.service);
    const recipients = ownersBut(service, now.startedBy);
    if (!service || !recipients) return;
    await notifications.send({ recipients, payload: notice(now, service) });
  }
}

function notice(rollback: KeptRollback, { title }: ServiceEntry) {
  const { id, state, from, version, author, reason } = rollback;
  const { sentence, nextStep } = rollback;
  const why = `${author.name}, ${from} → ${version}: ${reason}`;
  return {
    title: headline(rollback, title),
    description: [
      ...(state === 'running' ? [] : [sentence]),
      ...(state === 'failed' && nextStep ? [nextStep] : []),
      why,
    ].join('. '),
    link: `/rollbacks/${id}`,
    severity: SEVERITIES[state],
    topic: 'rollbacks',
    scope: `rollback:${id}`,
  };
}
