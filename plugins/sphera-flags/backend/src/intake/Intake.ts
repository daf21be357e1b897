import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  PortalBus,
  ReceivedRecord,
  Refusal,
  Running,
} from '@sphera/plugin-flags-node';
import { type Clock, withoutValues } from '@sphera/plugin-operations-node';
import type { RefusalNotices } from '../notices/RefusalNotices';
import type { FlagStores, Incoming, ReportStore } from '../storage/FlagStore';
import type { PageNews } from './PageNews';
import { takeApart } from './takeApart';
import { TogetherTaken } from './TogetherTaken';
import { toIncoming } from './toIncoming';

/** So many are taken in one transaction. */
const BATCH = 500;

/** A cell that something became different of. */
export interface ChangedCell {
  flag: string;
  cluster: string;
}

/** What taking reports in takes. */
export interface IntakeParts {
  bus: Pick<PortalBus, 'readReports'>;
  stores: Pick<FlagStores, 'reports'>;
  news: Pick<PageNews, 'tell'>;
  notices: Pick<RefusalNotices, 'tell'>;
  clock: Clock;
  logger: LoggerService;
  /** Called after each batch, with what it changed and the moment that its rows have. */
  onChanged: (cells: ChangedCell[], at: number) => void;
}

/** Takes reports in, those of all partitions together, each once; what cannot be read is kept aside, and the rest flows on. */
export class Intake {
  private running?: Running;
  private readonly together = new TogetherTaken<ReceivedRecord>(
    records => this.take(records),
    BATCH,
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
        for (let at = 0; at < records.length; at += BATCH) {
          await this.together.take(records.slice(at, at + BATCH));
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
    const { stores, clock, news, notices, onChanged } = this.parts;
    const now = clock.now();
    const incoming = records.map(record => toIncoming(record, now));
    const changed = await stores.reports
      .take(incoming, now)
      .catch(error => this.whereOneIsWrong(error, records, now));
    if (changed.length === 0) return;
    onChanged(changed, now);
    news.tell(changed);
    notices.tell(freshRefusals(incoming, changed));
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

/** Those of which something became different: not what was known already. */
function freshRefusals(
  incoming: Incoming[],
  changed: ChangedCell[],
): Refusal[] {
  const nameOf = ({ flag, cluster }: ChangedCell) => `${cluster}/${flag}`;
  const names = new Set(changed.map(nameOf));
  return incoming.flatMap(one =>
    'report' in one &&
    one.report.kind === 'refusal' &&
    names.has(nameOf(one.report))
      ? [one.report]
      : [],
  );
}
