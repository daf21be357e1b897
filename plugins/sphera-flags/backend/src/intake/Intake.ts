import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  PortalBus,
  ReceivedRecord,
  Running,
} from '@sphera/plugin-flags-node';
import { inLots } from '@sphera/plugin-operations-common';
import { type Clock, withoutValues } from '@sphera/plugin-operations-node';
import type { CellPlace, FlagStores, ReportStore } from '../storage/FlagStore';
import type { PageNews } from './PageNews';
import { takeApart } from './takeApart';
import { TogetherTaken } from './TogetherTaken';
import { toIncoming } from './toIncoming';

/** So many short reports are taken in one transaction. */
const MOST_AT_ONCE = 500;
/** Characters of a report that weigh as much as a short one: a snapshot is worth many. */
const SHORT = 500;
const weightOf = ({ value }: ReceivedRecord) =>
  Math.max(1, (value?.length ?? 0) / SHORT);

/** What taking reports in takes. */
export interface IntakeParts {
  bus: Pick<PortalBus, 'readReports'>;
  stores: Pick<FlagStores, 'reports'>;
  news: Pick<PageNews, 'tell'>;
  clock: Clock;
  logger: LoggerService;
  /** Called after each batch, with what it changed. */
  onChanged: (cells: CellPlace[]) => void;
}

/** Takes reports in, those of all partitions together, each once; what cannot be read is kept aside, and the rest flows on. */
export class Intake {
  private running?: Running;
  private readonly together = new TogetherTaken<ReceivedRecord>(
    records => this.take(records),
    MOST_AT_ONCE,
    weightOf,
  );

  constructor(private readonly parts: IntakeParts) {}

  /** Reads from where the database says that it was, until `stop`. */
  start(): void {
    const { bus, stores, logger } = this.parts;
    this.running = bus.readReports({
      startAt: (topic, partition) => stores.reports.position(topic, partition),
      onMadeAnew: async (topic, partition) => {
        logger.warn(
          `Partition ${partition} of ${topic} was made anew: reports are read from its start`,
        );
        await stores.reports.forget(topic, partition);
      },
      onBatch: async records => {
        for (const lot of inLots(records, MOST_AT_ONCE, weightOf)) {
          await this.together.take(lot);
        }
      },
    });
  }

  /** Ends after the batch that is being taken. */
  async stop(): Promise<void> {
    await this.running?.stop();
  }

  /** @throws StorageError where the database is away: then they are given again */
  private async take(records: ReceivedRecord[]): Promise<void> {
    const { stores, clock, news, onChanged } = this.parts;
    const now = clock.now();
    const incoming = records.map(record => toIncoming(record, now));
    const changed = await stores.reports
      .take(incoming, now)
      .catch(error => this.whereOneIsWrong(error, records, now));
    if (changed.length === 0) return;
    onChanged(changed);
    news.tell(changed);
  }

  private async whereOneIsWrong(
    error: unknown,
    records: ReceivedRecord[],
    now: number,
  ): ReturnType<ReportStore['take']> {
    const { stores, logger } = this.parts;
    const [{ topic, partition }] = records;
    logger.warn(`Reports could not be taken together: ${withoutValues(error)}`);
    await stores.reports.position(topic, partition);
    return takeApart(stores.reports, records, now);
  }
}
