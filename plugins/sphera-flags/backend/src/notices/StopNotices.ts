import type { OwnerMessages } from './OwnerMessages';

/** A roll-out that stopped by itself. */
export interface StoppedRollout {
  rollout: string;
  flag: string;
  service: string;
  startedBy: string;
  /** Why. */
  sentence: string;
}

/** Tells owners, and who started it, of a roll-out that stopped by itself. */
export class StopNotices {
  constructor(private readonly messages: Pick<OwnerMessages, 'tell'>) {}

  /** Tells soon; never throws. */
  tell(stopped: StoppedRollout): void {
    const { rollout, flag, service, startedBy, sentence } = stopped;
    this.messages.tell({
      service,
      actor: startedBy,
      title: `The roll-out of ${flag} stopped by itself`,
      description: `${sentence}. Resume it, or abort it to restore what was there before`,
      link: `/flags/rollouts/${rollout}`,
      scope: `rollout:${rollout}`,
    });
  }
}
