import type { AuditFilter } from '@sphera/plugin-audit-common';
import { OUTCOMES } from '@sphera/plugin-audit-common';

/** How far back a search goes: ISO 8601 durations with their names. */
export const RANGES = [
  { id: 'PT1H', label: 'Last hour', hours: 1 },
  { id: 'P1D', label: 'Last 24 hours', hours: 24 },
  { id: 'P7D', label: 'Last 7 days', hours: 7 * 24 },
  { id: 'P30D', label: 'Last 30 days', hours: 30 * 24 },
] as const;

/** What somebody looks for, as it stands in the address of the page. */
export interface Question
  extends Pick<
    AuditFilter,
    | 'actor'
    | 'service'
    | 'environment'
    | 'operation'
    | 'outcome'
    | 'text'
    | 'from'
    | 'to'
  > {
  /** How far back from now, as an ISO 8601 duration of {@link RANGES}; instead of `from`. */
  range?: string;
  cursor?: string;
  /** Correlation of the action that is opened. */
  action?: string;
}

const TEXTS = [
  'actor',
  'service',
  'environment',
  'operation',
  'text',
  'from',
  'to',
  'cursor',
  'action',
] as const;
const NO_FILTERS = ['cursor', 'action'];
const MINUTE_MS = 60_000;

/** The question in an address. */
export function readQuestion(query: URLSearchParams): Question {
  const question: Question = {};
  for (const field of TEXTS) {
    question[field] = query.get(field) || undefined;
  }
  question.outcome = OUTCOMES.find(one => one === query.get('outcome'));
  question.range = RANGES.find(({ id }) => id === query.get('range'))?.id;
  return question;
}

/** An address with a question in it; what else is in it stays. */
export function writeQuestion(
  question: Question,
  query = new URLSearchParams(),
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const field of [...TEXTS, 'outcome', 'range'] as const) {
    const value = question[field];
    if (value) next.set(field, value);
    else next.delete(field);
  }
  return next;
}

/** Whether a question leaves any record out. */
export function isFiltered(question: Question): boolean {
  return [...writeQuestion(question).keys()].some(
    field => !NO_FILTERS.includes(field),
  );
}

/**
 * The filter that a question means at a moment. A range begins at a full minute,
 * so that the same question is asked for a minute.
 */
export function filterOf(question: Question, now: Date): AuditFilter {
  const { range, cursor, action, ...filter } = question;
  const chosen = RANGES.find(({ id }) => id === range);
  if (!chosen) return filter;
  const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const from = new Date(minute - chosen.hours * 60 * MINUTE_MS);
  return { ...filter, from: from.toISOString(), to: undefined };
}
