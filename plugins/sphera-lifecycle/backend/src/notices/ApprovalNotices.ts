import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { Step } from '@sphera/plugin-lifecycle-common';
import {
  type ServiceEntry,
  type Titles,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { KeptApproval, Said } from '../path/KeptApproval';

/** Tells approvers that they are asked, and whoever asked what the answer is. */
export class ApprovalNotices {
  constructor(
    private readonly parts: {
      notifications: NotificationService;
      titles: Titles;
      logger: LoggerService;
    },
  ) {}

  /** Does not wait: it is asked for, whether or not the approvers can be told. */
  asked(service: ServiceEntry, step: Step, asked: Said): void {
    this.#tellApprovers(service, step, asked, 'waits for your answer');
  }

  /** The same, some days later. */
  reminded(
    service: ServiceEntry,
    step: Step,
    { asked }: Pick<KeptApproval, 'asked'>,
  ): void {
    const day = new Date(asked.at).toISOString().slice(0, 10);
    this.#tellApprovers(
      service,
      step,
      asked,
      `waits for your answer since ${day}`,
    );
  }

  /** Does not wait, either. A program that asked is not told. */
  answered(
    service: ServiceEntry,
    step: Step,
    { asked, answer }: KeptApproval,
  ): void {
    if (!answer || !asked.by.startsWith('user:')) return;
    this.#tell(service, step, async () => {
      const { title } = await this.parts.titles.person(answer.by);
      return {
        recipients: { type: 'entity', entityRef: [asked.by] },
        payload: {
          title: `${service.title}: ${step.title} was ${answer.verdict}`,
          description: `${title}: ${answer.comment}`,
          severity: 'normal',
        },
      };
    });
  }

  #tellApprovers(
    service: ServiceEntry,
    step: Step,
    { by, comment }: Said,
    waits: string,
  ): void {
    this.#tell(service, step, async () => {
      const { title } = await this.parts.titles.person(by);
      return {
        recipients: {
          type: 'entity',
          entityRef: step.approval!.approvers,
          excludeEntityRef: by,
        },
        payload: {
          title: `${service.title}: ${step.title} ${waits}`,
          description: `${title}: ${comment}`,
          severity: 'high',
        },
      };
    });
  }

  #tell(
    service: ServiceEntry,
    step: Step,
    write: () => Promise<NotificationSendOptions>,
  ): void {
    const send = async () => {
      const { recipients, payload } = await write();
      await this.parts.notifications.send({
        recipients,
        payload: {
          ...payload,
          link: pageOf(service),
          topic: 'lifecycle',
          // The next one about this step takes the place of the last.
          scope: `lifecycle:${service.ref}:${step.name}`,
        },
      });
    };
    send().catch(error =>
      this.parts.logger.warn(
        `Of ${step.title} of ${
          service.ref
        } nobody could be told: ${withoutValues(error)}`,
      ),
    );
  }
}

function pageOf({ ref }: ServiceEntry): string {
  const { namespace, name } = parseEntityRef(ref);
  return `/catalog/${namespace}/component/${name}/lifecycle`;
}
