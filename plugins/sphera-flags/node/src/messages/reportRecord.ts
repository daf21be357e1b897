import type { ReceivedRecord, SentRecord } from '../bus/Bus';
import { readValue } from './readValue';
import { type Report, reportSchema } from './Report';

/** What a record of the topic of reports comes to. */
export type ReadReport =
  | { report: Report }
  /** One sentence. */
  | { problem: string };

/** The record that carries a report. */
export function reportRecord(report: Report): SentRecord {
  return { key: report.cluster, value: JSON.stringify(report) };
}

/** Reads a record of the topic of reports; never throws. */
export function readReport(record: ReceivedRecord): ReadReport {
  const read = readValue(record.value, reportSchema);
  if ('problem' in read) return read;
  const { value: report } = read;
  if (record.key !== report.cluster) {
    return {
      problem: `its value is a report of ${report.cluster}, and its key says another cluster`,
    };
  }
  return { report };
}
