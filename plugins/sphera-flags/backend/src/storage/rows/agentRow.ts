import type { KeptAgent } from '../Kept';
import { numberOf, present, type StoredNumber } from './stored';

/** An agent as the table `flag_agents` holds it. */
export interface AgentRow {
  cluster: string;
  instance: string;
  sequence: StoredNumber;
  heard_at: StoredNumber;
  started_at: StoredNumber | null;
  snapshot_at: StoredNumber | null;
  version: string | null;
  flags: StoredNumber | null;
  problem: string | null;
}

/** The row of an agent. */
export const toAgentRow = (kept: KeptAgent): AgentRow => ({
  cluster: kept.cluster,
  instance: kept.instance,
  sequence: kept.sequence,
  heard_at: kept.heardAt,
  started_at: kept.startedAt ?? null,
  snapshot_at: kept.snapshotAt ?? null,
  version: kept.version ?? null,
  flags: kept.flags ?? null,
  problem: kept.problem ?? null,
});

/** The agent of a row. */
export const toKeptAgent = (row: AgentRow): KeptAgent =>
  present({
    cluster: row.cluster,
    instance: row.instance,
    sequence: Number(row.sequence),
    heardAt: Number(row.heard_at),
    startedAt: numberOf(row.started_at),
    snapshotAt: numberOf(row.snapshot_at),
    version: row.version ?? undefined,
    flags: numberOf(row.flags),
    problem: row.problem ?? undefined,
  });
