import type { RequestOf } from '@sphera/plugin-operations-common';
import { listRollbacks, ROLLBACK_STATES } from '@sphera/plugin-rollback-common';

/** What the list of rollbacks is narrowed to. */
export type Question = Pick<
  RequestOf<typeof listRollbacks>,
  'service' | 'environment' | 'state'
>;

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  return {
    service: query.get('service') || undefined,
    environment: query.get('environment') || undefined,
    state: ROLLBACK_STATES.find(state => state === query.get('state')),
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
