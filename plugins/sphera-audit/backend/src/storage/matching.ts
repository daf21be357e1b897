import { AuditFilter, OUTCOMES } from '@sphera/plugin-audit-common';
import type { Knex } from 'knex';

const EXACT = [
  'actor',
  'service',
  'environment',
  'region',
  'cluster',
  'operation',
  'plugin',
  'correlation',
] as const;

/** Narrows a query on `audit_events` to the records that a filter means. */
export function matching(
  query: Knex.QueryBuilder,
  filter: AuditFilter,
): Knex.QueryBuilder {
  for (const field of EXACT) {
    if (filter[field] !== undefined) query.where(field, filter[field]);
  }
  if (filter.outcome) query.where('outcome', filter.outcome);
  if (filter.from) query.where('occurred_at', '>=', filter.from);
  if (filter.to) query.where('occurred_at', '<', filter.to);
  if (filter.text) {
    const text = filter.text.toLowerCase().replace(/[!%_]/g, '!$&');
    const pattern = `%${text}%`;
    // "name", "names": what of a service it was done to.
    const named = `%"name%${text}%`;
    query.where(either =>
      either
        .whereRaw("lower(reason) like ? escape '!'", [pattern])
        .orWhereRaw("lower(error) like ? escape '!'", [pattern])
        .orWhereRaw("lower(details) like ? escape '!'", [named]),
    );
  }
  return query;
}

/** Narrows it further to records that tell how an action ended. */
export function settled(query: Knex.QueryBuilder): Knex.QueryBuilder {
  // Databases use an index for a list of values, but not for "any but one".
  return query.whereIn(
    'outcome',
    OUTCOMES.filter(outcome => outcome !== 'initiated'),
  );
}

/** Narrows it further to the starts of actions that have no outcome. */
export function unsettled(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereIn('seq', open =>
    open.select('seq').from('audit_open_actions'),
  );
}

/** Narrows it further to one record per action: its outcome or, while there is none, its start. */
export function onePerAction(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.where(either =>
    settled(either).orWhere(open => unsettled(open)),
  );
}
