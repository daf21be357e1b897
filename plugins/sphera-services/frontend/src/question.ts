import type { RequestOf } from '@sphera/plugin-operations-common';
import type { listServices } from '@sphera/plugin-services-common';

/** What the page asks the backend for. */
export type Question = RequestOf<typeof listServices>;

/** How many rows a page of the table may have; the first unless somebody says otherwise. */
export const PAGE_SIZES = [50, 25, 100];

const TEXTS = [
  'text',
  'team',
  'environment',
  'type',
  'lifecycle',
  'system',
  'orderBy',
  'cursor',
] as const;
const FLAGS = ['locked', 'mine'] as const;
const NO_FILTERS = ['orderBy', 'order', 'cursor', 'limit'];

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  const question: Question = {};
  for (const field of TEXTS) {
    question[field] = query.get(field) || undefined;
  }
  for (const field of FLAGS) {
    if (query.has(field)) question[field] = query.get(field) === 'true';
  }
  question.facts = query.get('facts')?.split(',').filter(Boolean);
  if (query.get('order') === 'desc') question.order = 'desc';
  const limit = Number(query.get('limit'));
  question.limit = PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0];
  return question;
}

/** The address that asks a question, without what goes without saying. */
export function writeQuestion(question: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(question)) {
    if (value === undefined || String(value) === '') continue;
    if (field === 'limit' && value === PAGE_SIZES[0]) continue;
    if (field === 'order' && value === 'asc') continue;
    if (field === 'mine' && value === false) continue;
    query.set(field, String(value));
  }
  return query;
}

/** Whether a question leaves any service out. */
export function isFiltered(question: Question): boolean {
  return [...writeQuestion(question).keys()].some(
    field => !NO_FILTERS.includes(field),
  );
}
