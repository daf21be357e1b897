import type { BoundsEnd, BoundsOverride } from '../bounds/BoundsOverride';
import { openKey, StoredNumber, toNumber } from './rows';

/** Bounds as the table `autoscaler_bounds` holds them. */
export interface BoundsRow {
  id: string;
  cluster: string;
  namespace: string;
  name: string;
  service: string;
  environment: string;
  region: string;
  set_by: string;
  set_at: StoredNumber;
  reason: string;
  from_min: number;
  from_max: number;
  to_min: number;
  to_max: number;
  fall_back_min: number;
  fall_back_max: number;
  expires_at: StoredNumber | null;
  answer_by: StoredNumber | null;
  replaces: string | null;
  open_key: string | null;
  noting_until: StoredNumber | null;
  attempts: number;
  ended_how: BoundsEnd | null;
  ended_sentence: string | null;
  ended_at: StoredNumber | null;
}

/** The row of bounds that are about to be set. */
export function toRow(bounds: BoundsOverride): Partial<BoundsRow> {
  return {
    id: bounds.id,
    cluster: bounds.cluster,
    namespace: bounds.namespace,
    name: bounds.name,
    service: bounds.service,
    environment: bounds.environment,
    region: bounds.region,
    set_by: bounds.setBy,
    set_at: bounds.setAt,
    reason: bounds.reason,
    from_min: bounds.from.minReplicas,
    from_max: bounds.from.maxReplicas,
    to_min: bounds.to.minReplicas,
    to_max: bounds.to.maxReplicas,
    fall_back_min: bounds.fallBackTo.minReplicas,
    fall_back_max: bounds.fallBackTo.maxReplicas,
    expires_at: bounds.expiresAt ?? null,
    answer_by: bounds.answerBy ?? null,
    replaces: bounds.replaces ?? null,
    open_key: openKey(bounds),
    attempts: bounds.attempts,
  };
}

/** The bounds of a row. Fields without a value are absent. */
export function toBounds(row: BoundsRow): BoundsOverride {
  return {
    id: row.id,
    cluster: row.cluster,
    namespace: row.namespace,
    name: row.name,
    service: row.service,
    environment: row.environment,
    region: row.region,
    setBy: row.set_by,
    setAt: toNumber(row.set_at),
    reason: row.reason,
    from: { minReplicas: row.from_min, maxReplicas: row.from_max },
    to: { minReplicas: row.to_min, maxReplicas: row.to_max },
    fallBackTo: {
      minReplicas: row.fall_back_min,
      maxReplicas: row.fall_back_max,
    },
    ...(row.expires_at !== null && { expiresAt: toNumber(row.expires_at) }),
    ...(row.answer_by !== null && { answerBy: toNumber(row.answer_by) }),
    ...(row.replaces !== null && { replaces: row.replaces }),
    attempts: row.attempts,
    ...(row.ended_at !== null && {
      ended: {
        how: row.ended_how!,
        sentence: row.ended_sentence!,
        at: toNumber(row.ended_at),
      },
    }),
  };
}
