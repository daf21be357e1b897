import type {
  Clock,
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { Memory } from '../keeping/Memory';
import type { Standings } from '../keeping/Standings';
import type { ApprovalStore } from '../storage/ApprovalStore';
import type { ApprovalNotices } from './ApprovalNotices';
import { isReminderDue } from './isReminderDue';

/** Reminds approvers of what is asked for and not answered. */
export class Reminders {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'list'>;
      standings: Pick<Standings, 'judgementOf'>;
      memory: Pick<Memory, 'approvals'>;
      approvals: Pick<ApprovalStore, 'remind'>;
      notices: Pick<ApprovalNotices, 'reminded'>;
      clock: Pick<Clock, 'now'>;
      /** In milliseconds. */
      remindAfter: number;
    },
  ) {}

  /** Sends those that are due; each once, whichever replica does it. */
  async send(): Promise<void> {
    for (const service of await this.parts.directory.list()) {
      await this.#remindOf(service);
    }
  }

  async #remindOf(service: ServiceEntry): Promise<void> {
    const { standings, memory, approvals, notices, clock, remindAfter } =
      this.parts;
    for (const step of standings.judgementOf(service).asked) {
      const approval = memory.approvals(service.ref).get(step.name);
      const now = clock.now();
      if (!approval || !isReminderDue(approval, { now, remindAfter })) continue;
      if (await approvals.remind(approval, now)) {
        notices.reminded(service, step, approval);
      }
    }
  }
}
