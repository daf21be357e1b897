import type { listLifecycles } from '@sphera/plugin-lifecycle-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What the board is narrowed to. */
export type Question = Pick<
  RequestOf<typeof listLifecycles>,
  'search' | 'owner' | 'type' | 'stuck' | 'answerable'
>;

const TEXTS = ['search', 'owner', 'type'] as const;
const FLAGS = ['stuck', 'answerable'] as const;

/** The question that an address asks. */
export function readQuestion(query: URLSearchParams): Question {
  const question: Question = {};
  for (const field of TEXTS) {
    question[field] = query.get(field) || undefined;
  }
  for (const field of FLAGS) {
    question[field] = query.get(field) === 'true' || undefined;
  }
  return question;
}

/** The address that asks a question. */
export function writeQuestion(question: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of [...TEXTS, ...FLAGS]) {
    const value = question[field];
    if (value) query.set(field, String(value));
  }
  return query;
}

/** Whether a question leaves anything out. */
export function isFiltered(question: Question): boolean {
  return writeQuestion(question).size > 0;
}
