import type { SealedHead } from '../chain/verifyChain';
import type { ChainHead, StoredRecord } from '../chain/chain';
import type { Sealer } from '../chain/Sealer';
import { headText } from '../chain/chain';

/** A row of `audit_events`. */
export interface EventRow {
  /** PostgreSQL hands big integers out as text. */
  seq: number | string;
  id: string;
  occurred_at: string;
  actor: string;
  actor_kind: string | null;
  door: string | null;
  plugin: string;
  operation: string;
  service: string | null;
  environment: string | null;
  region: string | null;
  cluster: string | null;
  outcome: string;
  severity: string;
  reason: string | null;
  correlation: string;
  ip: string | null;
  details: string;
  error: string | null;
  previous_hash: string;
  hash: string;
  key_id: string | null;
}

/** The one row of `audit_chain`. */
export interface ChainRow {
  id: string;
  seq: number | string;
  hash: string;
  pruned_seq: number | string;
  pruned_hash: string;
  seal: string;
  key_id: string | null;
}

/** Id of the one row of `audit_chain`. */
export const CHAIN_ID = 'events';

/** The row of a record. */
export function toEventRow(record: StoredRecord): EventRow {
  return {
    seq: record.seq,
    id: record.id,
    occurred_at: record.occurredAt,
    actor: record.actor,
    actor_kind: record.actorKind ?? null,
    door: record.door ?? null,
    plugin: record.plugin,
    operation: record.operation,
    service: record.service ?? null,
    environment: record.environment ?? null,
    region: record.region ?? null,
    cluster: record.cluster ?? null,
    outcome: record.outcome,
    severity: record.severity,
    reason: record.reason ?? null,
    correlation: record.correlation,
    ip: record.ip ?? null,
    details: record.details,
    error: record.error ?? null,
    previous_hash: record.previousHash,
    hash: record.hash,
    key_id: record.keyId ?? null,
  };
}

/** The record in a row, with whatever values somebody may have put there. */
export function fromEventRow(row: EventRow): StoredRecord {
  return {
    seq: Number(row.seq),
    id: row.id,
    occurredAt: row.occurred_at,
    actor: row.actor,
    actorKind: (row.actor_kind ?? undefined) as StoredRecord['actorKind'],
    door: (row.door ?? undefined) as StoredRecord['door'],
    plugin: row.plugin,
    operation: row.operation,
    service: row.service ?? undefined,
    environment: row.environment ?? undefined,
    region: row.region ?? undefined,
    cluster: row.cluster ?? undefined,
    outcome: row.outcome as StoredRecord['outcome'],
    severity: row.severity as StoredRecord['severity'],
    reason: row.reason ?? undefined,
    correlation: row.correlation,
    ip: row.ip ?? undefined,
    details: row.details,
    error: row.error ?? undefined,
    previousHash: row.previous_hash,
    hash: row.hash,
    keyId: row.key_id ?? undefined,
  };
}

/** The row of a chain's head, sealed. */
export function toChainRow(head: ChainHead, sealer: Sealer): ChainRow {
  return {
    id: CHAIN_ID,
    seq: head.seq,
    hash: head.hash,
    pruned_seq: head.pruned.seq,
    pruned_hash: head.pruned.hash,
    seal: sealer.seal(headText(head)),
    key_id: sealer.keyId ?? null,
  };
}

/** The head in a row. */
export function fromChainRow(row: ChainRow): SealedHead {
  return {
    seq: Number(row.seq),
    hash: row.hash,
    pruned: { seq: Number(row.pruned_seq), hash: row.pruned_hash },
    seal: row.seal,
    keyId: row.key_id ?? undefined,
  };
}
