import type { ReceivedRecord } from '@sphera/plugin-flags-node';
import type { ReportStore } from '../storage/FlagStore';
import { asideOf, toIncoming } from './toIncoming';

const CANNOT_BE_WRITTEN =
  'It can be read, and the database cannot hold what it says';

/**
 * Takes records one by one where they cannot be taken together, so that one that the database cannot hold is kept aside
 * and the rest flows on.
 * @throws StorageError where the database is away: then it is not the records
 */
export async function takeApart(
  reports: Pick<ReportStore, 'take'>,
  records: ReceivedRecord[],
  now: number,
) {
  const changed: Awaited<ReturnType<ReportStore['take']>> = [];
  for (const record of records) {
    try {
      changed.push(...(await reports.take([toIncoming(record, now)], now)));
    } catch {
      // With the database away this throws, too.
      const aside = asideOf(record, CANNOT_BE_WRITTEN, now);
      changed.push(...(await reports.take([aside], now)));
    }
  }
  return changed;
}
