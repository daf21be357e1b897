import type {
  RestartStanding,
  StartedRestart,
} from '../restarts/StartedRestart';
import { openKey, StoredNumber, toNumber } from './rows';

/** A restart as the table `restarts` holds it. */
export interface RestartRow {
  id: string;
  cluster: string;
  namespace: string;
  name: string;
  service: string;
  environment: string;
  region: string;
  started_by: string;
  started_at: StoredNumber;
  reason: string;
  revision_before: StoredNumber | null;
  generation: StoredNumber | null;
  open_key: string | null;
  noting_until: StoredNumber | null;
  state: RestartStanding['state'] | null;
  pods_wanted: number | null;
  pods_ready: number | null;
  sentence: string | null;
  ended_at: StoredNumber | null;
}

/** The row of a restart that has just been asked for. */
export function toRow(restart: StartedRestart): Partial<RestartRow> {
  return {
    id: restart.id,
    cluster: restart.cluster,
    namespace: restart.namespace,
    name: restart.name,
    service: restart.service,
    environment: restart.environment,
    region: restart.region,
    started_by: restart.startedBy,
    started_at: restart.startedAt,
    reason: restart.reason,
    revision_before: restart.revisionBefore ?? null,
    open_key: openKey(restart),
  };
}

/** The restart of a row. Fields without a value are absent. */
export function toRestart(row: RestartRow): StartedRestart {
  return {
    id: row.id,
    cluster: row.cluster,
    namespace: row.namespace,
    name: row.name,
    service: row.service,
    environment: row.environment,
    region: row.region,
    startedBy: row.started_by,
    startedAt: toNumber(row.started_at),
    reason: row.reason,
    ...(row.revision_before !== null && {
      revisionBefore: toNumber(row.revision_before),
    }),
    ...(row.generation !== null && { generation: toNumber(row.generation) }),
    ...(row.ended_at !== null && {
      ended: {
        state: row.state!,
        pods: { wanted: row.pods_wanted!, ready: row.pods_ready! },
        sentence: row.sentence!,
        at: toNumber(row.ended_at),
      },
    }),
  };
}
