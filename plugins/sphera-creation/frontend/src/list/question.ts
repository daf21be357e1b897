import { CREATION_STATES, listCreations } from '@sphera/plugin-creation-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What the list of creations is narrowed to. */
export type Question = Pick<RequestOf<typeof listCreations>, 'state' | 'name'>;

/** The question that an address asks. */
export function readQuestion(query: URLSearchParams): Question {
  return {
    state: CREATION_STATES.find(state => state === query.get('state')),
    name: query.get('name') || undefined,
  };
}

/** The address that asks a question. */
export function writeQuestion(question: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(question)) {
    if (value) query.set(field, value);
  }
  return query;
}

/** Whether a question leaves anything out. */
export function isFiltered(question: Question): boolean {
  return Object.values(question).some(Boolean);
}
