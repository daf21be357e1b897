import type { LoggerService } from '@backstage/backend-plugin-api';
import { DateTime, Duration } from 'luxon';
import { PRUNE_OPERATION } from '../chain/ChainWalk';
import type { Sealer } from '../chain/Sealer';
import { ChainReader, verifyChain } from '../chain/verifyChain';
import { ownRecord } from '../ownRecord';
import type { AuditStore } from '../storage/AuditStore';

/**
 * Takes old records out of the log, and leaves a record of it that keeps the
 * rest verifiable. A log that was tampered with is left alone: it is evidence.
 */
export class Retention {
  constructor(
    private readonly options: {
      store: AuditStore;
      reader: ChainReader;
      sealer: Sealer;
      keep: Duration;
      logger: LoggerService;
      now: () => Date;
      newId: () => string;
    },
  ) {}

  /** Safe to run at any time, and on several replicas at once. */
  async run(): Promise<void> {
    const { store, reader, sealer, keep, logger, now, newId } = this.options;
    const { firstBad } = await verifyChain(reader, sealer);
    if (firstBad) {
      logger.error(
        `Nothing is pruned from the audit log, because it was tampered with: ${firstBad.explanation}`,
      );
      return;
    }
    const olderThan = DateTime.fromJSDate(now()).minus(keep).toJSDate();
    const count = await store.prune(olderThan.toISOString(), (last, records) =>
      ownRecord(
        {
          operation: PRUNE_OPERATION,
          reason: `Older than ${keep.toISO()} (sphera.audit.retention)`,
          details: { upTo: last.seq, hash: last.hash, records },
        },
        { now: now(), newId },
      ),
    );
    if (count > 0) logger.info(`Pruned ${count} records of the audit log`);
  }
}
