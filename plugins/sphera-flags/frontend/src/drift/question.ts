import { listDrift } from '@sphera/plugin-flags-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What the list of drift is narrowed to. */
export type Question = Pick<
  RequestOf<typeof listDrift>,
  'service' | 'flag' | 'environment' | 'cluster'
>;

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  const text = (field: string) => query.get(field) || undefined;
  return {
    service: text('service'),
    flag: text('flag'),
    environment: text('environment'),
    cluster: text('cluster'),
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
