import type { AuditRecord } from '@sphera/plugin-audit-common';
import type { Sealer } from './Sealer';

/** A record as it is stored: its details are the JSON text that was sealed. */
export type StoredRecord = Omit<AuditRecord, 'details'> & { details: string };

/** What is known of an action before it has its place in the chain. */
export type NewRecord = Omit<
  StoredRecord,
  'seq' | 'previousHash' | 'hash' | 'keyId'
>;

/** A place in the chain. */
export interface Link {
  seq: number;
  hash: string;
}

/** Where the chain begins and ends. */
export interface ChainHead extends Link {
  /** The last record that retention took away; seq 0 where it took none. */
  pruned: Link;
}

/** The place before the first record. */
export const GENESIS: Link = { seq: 0, hash: '0'.repeat(64) };

// The order is part of every hash; a new field goes to the end.
const SEALED_FIELDS = [
  'seq',
  'id',
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
  'correlation',
  'ip',
  'details',
  'error',
  'keyId',
] as const;

/** The text whose hash a record carries: the hash before it, a newline, its fields as a JSON array. */
export function sealedText(record: Omit<StoredRecord, 'hash'>): string {
  const values = SEALED_FIELDS.map(field => record[field] ?? null);
  return `${record.previousHash}\n${JSON.stringify(values)}`;
}

/** Gives new records their places after `last`. */
export function chainAfter(
  last: Link,
  records: NewRecord[],
  sealer: Sealer,
): StoredRecord[] {
  let previous = last;
  return records.map(record => {
    const placed = {
      ...record,
      seq: previous.seq + 1,
      previousHash: previous.hash,
      keyId: sealer.keyId,
    };
    const chained = { ...placed, hash: sealer.seal(sealedText(placed)) };
    previous = chained;
    return chained;
  });
}

/** The text whose seal the head of the chain carries. */
export function headText(head: ChainHead): string {
  return JSON.stringify([
    'head',
    head.seq,
    head.hash,
    head.pruned.seq,
    head.pruned.hash,
  ]);
}
