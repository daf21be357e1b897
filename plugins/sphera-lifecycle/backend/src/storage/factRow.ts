import type { KeptLook } from '../facts/KeptLook';

/** A look as the table `fact_looks` holds it. */
export interface FactRow {
  id: string;
  source: string;
  service: string;
  looked_at: number | string;
  seen_at: number | string | null;
  failing_since: number | string | null;
  failing_why: string | null;
  facts: string;
  revision: number | string;
}

/** One look for each source and service. */
export const lookId = (source: string, service: string): string =>
  `${source} ${service}`;

/** The row of a look. */
export function toRow(look: KeptLook, revision: number): FactRow {
  const { source, service, lookedAt, seenAt, failing, facts } = look;
  return {
    id: lookId(source, service),
    source,
    service,
    looked_at: lookedAt,
    seen_at: seenAt ?? null,
    failing_since: failing?.since ?? null,
    failing_why: failing?.sentence ?? null,
    facts: JSON.stringify(facts),
    revision,
  };
}

/** The look of a row. */
export function toLook(row: FactRow): KeptLook {
  const { source, service, seen_at, failing_since, failing_why } = row;
  return {
    source,
    service,
    lookedAt: Number(row.looked_at),
    ...(seen_at !== null && { seenAt: Number(seen_at) }),
    facts: JSON.parse(row.facts),
    ...(failing_since !== null && {
      failing: { since: Number(failing_since), sentence: failing_why ?? '' },
    }),
  };
}
