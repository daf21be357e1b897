import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Refusal } from '@sphera/plugin-flags-node';
import {
  type Clock,
  counted,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { ChangeStore } from '../storage/FlagStore';
import type { OwnerMessages } from './OwnerMessages';

/** Clusters that refuse the same within this time are told together. Milliseconds. */
const GATHERED_FOR_MS = 2_000;

/**
 * Tells owners, and who changed the flag last, that clusters refused what is wanted of a flag. Not while a roll-out is
 * under way: that stops, and says why.
 */
export class RefusalNotices {
  private readonly gathered = new Map<string, Map<string, Refusal>>();

  constructor(
    private readonly parts: {
      messages: Pick<OwnerMessages, 'tell'>;
      changes: Pick<ChangeStore, 'getFlag' | 'cellsOf'>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Tells soon; never throws. */
  tell(refusals: Refusal[]): void {
    for (const refusal of refusals) {
      const { flag, cluster } = refusal;
      const ofFlag = this.gathered.get(flag) ?? this.begin(flag);
      ofFlag.set(cluster, refusal);
    }
  }

  private begin(flag: string): Map<string, Refusal> {
    const ofFlag = new Map<string, Refusal>();
    this.gathered.set(flag, ofFlag);
    this.parts.clock.after(GATHERED_FOR_MS, () => {
      this.gathered.delete(flag);
      this.send(flag, ofFlag).catch(error =>
        this.parts.logger.warn(
          `The owners of ${flag} are not told of a refusal: ${withoutValues(
            error,
          )}`,
        ),
      );
    });
    return ofFlag;
  }

  private async send(
    key: string,
    refusals: Map<string, Refusal>,
  ): Promise<void> {
    const { messages, changes } = this.parts;
    const flag = await changes.getFlag(key);
    if (!flag || flag.rollout) return;
    const cells = await changes.cellsOf(key);
    // What was overtaken by a newer wish meanwhile is nobody's trouble.
    const [first, ...others] = cells
      .filter(({ answer }) => answer?.outcome === 'refused')
      .map(({ cluster }) => refusals.get(cluster))
      .filter(refusal => refusal !== undefined);
    if (!first) return;
    const who = others.length
      ? `${first.cluster} and ${counted(others.length, 'more cluster')}`
      : first.cluster;
    messages.tell({
      service: flag.service,
      actor: flag.changedBy,
      title: `${who} refused ${key}`,
      description: `${first.cluster}: ${first.reason}`,
      link: `/flags/f/${key}`,
      scope: `flag-refused:${key}`,
    });
  }
}
