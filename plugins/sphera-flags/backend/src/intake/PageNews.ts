import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  atMostEvery,
  type Clock,
  type OperationsService,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { CellPlace, ChangeStore } from '../storage/FlagStore';

const AT_MOST_EVERY_MS = 250;
/** Where more services changed at once, all pages of flags are told together. */
const MOST_SERVICES = 10;

/** Tells open pages and other replicas which services have flags that clusters reported something new of. */
export class PageNews {
  private readonly due = new Set<string>();
  private readonly services = new Map<string, string>();
  private readonly sendSoon: () => void;

  constructor(
    private readonly parts: {
      changes: Pick<ChangeStore, 'getFlag'>;
      operations: Pick<OperationsService, 'announce'>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {
    this.sendSoon = atMostEvery(
      AT_MOST_EVERY_MS,
      () =>
        void this.send().catch(error =>
          parts.logger.warn(
            `Pages do not hear of flags just now: ${withoutValues(error)}`,
          ),
        ),
      parts.clock,
    );
  }

  /** At once after a quiet time, else together within a quarter second; never throws. */
  tell(cells: CellPlace[]): void {
    for (const { flag } of cells) this.due.add(flag);
    this.sendSoon();
  }

  private async send(): Promise<void> {
    const flags = [...this.due];
    this.due.clear();
    const services = new Set<string | undefined>();
    for (const flag of flags) {
      services.add(await this.serviceOf(flag));
      if (services.size > MOST_SERVICES) break;
    }
    const { operations } = this.parts;
    // A flag that nobody knows here has no service: then it is everybody's news.
    if (services.size > MOST_SERVICES || services.has(undefined)) {
      await operations.announce({});
      return;
    }
    for (const service of services) await operations.announce({ service });
  }

  private async serviceOf(flag: string): Promise<string | undefined> {
    const known = this.services.get(flag);
    if (known) return known;
    const service = (await this.parts.changes.getFlag(flag))?.service;
    if (service) this.services.set(flag, service);
    return service;
  }
}
