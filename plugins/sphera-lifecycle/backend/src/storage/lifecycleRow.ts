import type { KeptLifecycle } from '../path/KeptLifecycle';

type Moment = number | string;

/** A life cycle as the table `lifecycles` holds it. */
export interface LifecycleRow {
  service: string;
  began_at: Moment;
  began_by: string | null;
  stage: string;
  since: Moment;
  walked_at: Moment | null;
  ended_at: Moment | null;
  appeared_at: Moment;
  gone_at: Moment | null;
  adopted: string;
  done: string;
  revision: number;
}

/** All columns but the revision. */
export const toColumns = (
  kept: KeptLifecycle,
): Omit<LifecycleRow, 'revision'> => ({
  service: kept.service,
  began_at: kept.beganAt,
  began_by: kept.beganBy ?? null,
  stage: kept.stage,
  since: kept.since,
  walked_at: kept.walkedAt ?? null,
  ended_at: kept.endedAt ?? null,
  appeared_at: kept.appearedAt,
  gone_at: kept.goneAt ?? null,
  adopted: JSON.stringify(kept.adopted),
  done: JSON.stringify(kept.done),
});

/** The life cycle of a row. */
export const toLifecycle = (row: LifecycleRow): KeptLifecycle => ({
  service: row.service,
  beganAt: Number(row.began_at),
  beganBy: row.began_by ?? undefined,
  stage: row.stage,
  since: Number(row.since),
  walkedAt: moment(row.walked_at),
  endedAt: moment(row.ended_at),
  appearedAt: Number(row.appeared_at),
  goneAt: moment(row.gone_at),
  adopted: JSON.parse(row.adopted),
  done: JSON.parse(row.done),
});

function moment(at: Moment | null) {
  return at === null ? undefined : Number(at);
}
