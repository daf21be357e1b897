import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  type Clock,
  growingWait,
  type ServiceDirectory,
  type ServiceEntry,
  withoutValues,
} from '@sphera/plugin-operations-node';

/** Then the portal has no notifications, or they are broken for longer than news keep. */
const MOST_TRIES = 8;

/** Something that owners are told. */
export interface OwnerMessage {
  /** Entity ref of the service whose owners they are. */
  service: string;
  /** Who asked for what went wrong: told, too, where it is a person. */
  actor: string;
  title: string;
  /** Sentences without a full stop at the end. */
  description: string;
  link: string;
  /** A later message about the same takes the place of this one. */
  scope: string;
}

/** Sends Backstage's notifications to the owners of services; what cannot be sent now is tried again for some minutes. */
export class OwnerMessages {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'get'>;
      notifications: NotificationService;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Sends a message soon; never throws. */
  tell(message: OwnerMessage): void {
    void this.attempt(message, 1);
  }

  private async attempt(message: OwnerMessage, tries: number): Promise<void> {
    const { clock, logger } = this.parts;
    try {
      await this.send(message);
    } catch (error) {
      if (tries < MOST_TRIES) {
        const wait = growingWait(tries, clock.random);
        clock.after(wait, () => void this.attempt(message, tries + 1));
        return;
      }
      logger.warn(
        `The owners of ${message.service} could not be told that ${
          message.title
        }: ${withoutValues(error)}`,
      );
    }
  }

  private async send(message: OwnerMessage): Promise<void> {
    const { service, actor, title, description, link, scope } = message;
    const { directory, notifications } = this.parts;
    const entityRef = recipientsOf(await directory.get(service), actor);
    if (entityRef.length === 0) return;
    await notifications.send({
      recipients: { type: 'entity', entityRef },
      payload: {
        title,
        description,
        link,
        scope,
        severity: 'high',
        topic: 'flags',
      },
    });
  }
}

function recipientsOf(
  service: ServiceEntry | undefined,
  actor: string,
): string[] {
  const person = actor.startsWith('user:') ? [actor] : [];
  return [...new Set([...(service?.owners ?? []), ...person])];
}
