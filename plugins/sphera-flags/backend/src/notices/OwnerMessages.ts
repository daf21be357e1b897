import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';

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

/** Sends Backstage's notifications to the owners of services. */
export class OwnerMessages {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'get'>;
      notifications: NotificationService;
    },
  ) {}

  /** @throws whatever the notifications fail with */
  async send(message: OwnerMessage): Promise<void> {
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
