import type { StoredRecord } from '../chain/chain';
import { publicRecord } from '../publicRecord';
import { stringify } from 'csv-stringify/sync';

/** One way of writing records to a file. */
export interface ExportFormat {
  contentType: string;
  /** Ending of the file's name, without the dot. */
  ending: string;
  /** What the file begins with. */
  head: string;
  /** A batch of records as a piece of the file. */
  piece(records: StoredRecord[]): string;
}

const COLUMNS = [
  'seq',
  'occurredAt',
  'actor',
  'actorKind',
  'door',
  'plugin',
  'operation',
  'service',
  'environment',
  'region',
  'cluster',
  'outcome',
  'severity',
  'reason',
  'error',
  'correlation',
  'ip',
  'details',
  'id',
  'keyId',
  'previousHash',
  'hash',
];

// A spreadsheet would run a cell that begins like a formula; escaped, it shows it.
const csv = (rows: unknown[][]) => stringify(rows, { escape_formulas: true });

/** The formats by name. */
export const EXPORT_FORMATS: Record<'csv' | 'jsonl', ExportFormat> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    ending: 'csv',
    head: csv([COLUMNS]),
    piece: records =>
      csv(
        records.map(record =>
          COLUMNS.map(column => record[column as keyof StoredRecord]),
        ),
      ),
  },
  jsonl: {
    contentType: 'application/x-ndjson; charset=utf-8',
    ending: 'jsonl',
    head: '',
    piece: records =>
      records.map(one => `${JSON.stringify(publicRecord(one))}\n`).join(''),
  },
};
