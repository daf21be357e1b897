import type {
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Lock } from '@sphera/plugin-locks-common';
import {
  type Actor,
  ownersBut,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';

/** Who locked, and with what credentials. */
interface Caller {
  actor: Actor;
  credentials: BackstageCredentials;
}

/** Tells the owners of a service when somebody else locks it. */
export class OwnerNotices {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'get'>;
      notifications: NotificationService;
      userInfo: UserInfoService;
      logger: LoggerService;
    },
  ) {}

  /** Does not wait: the lock stands, whether or not its owners can be told. */
  tell(lock: Lock, caller: Caller): void {
    this.send(lock, caller).catch(error =>
      this.parts.logger.warn(
        `The owners of ${lock.service} could not be told of lock ${lock.id}: ${error}`,
      ),
    );
  }

  private async send(lock: Lock, caller: Caller): Promise<void> {
    // A lock on everything shows in the banner of every page.
    if (lock.service === undefined) return;
    const { directory, notifications } = this.parts;
    const service = await directory.get(lock.service);
    const recipients = ownersBut(service, caller.actor.ref);
    if (!service || !recipients) return;
    if (await this.owns(service, caller)) return;
    await notifications.send({ recipients, payload: notice(lock, service) });
  }

  private async owns(service: ServiceEntry, { actor, credentials }: Caller) {
    if (actor.kind === 'service') return false;
    const { ownershipEntityRefs } = await this.parts.userInfo.getUserInfo(
      credentials,
    );
    return service.owners.some(owner => ownershipEntityRefs.includes(owner));
  }
}

function notice(lock: Lock, { ref, title }: ServiceEntry) {
  const { namespace, name } = parseEntityRef(ref);
  const merges = lock.actions.join() === 'merge';
  return {
    title: merges
      ? `Merges to ${title} are frozen`
      : `${title} is locked: ${lock.actions.join(', ')}`,
    description: `${lock.placedBy}: ${lock.reason}`,
    link: `/catalog/${namespace}/component/${name}`,
    severity: 'normal' as const,
    topic: 'locks',
    // The next one about this service takes the place of the last.
    scope: `locks:${ref}`,
  };
}
