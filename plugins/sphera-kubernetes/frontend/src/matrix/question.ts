import type { listServiceDeployments } from '@sphera/plugin-kubernetes-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What the page asks the backend for; the pages of the answer are asked for one by one. */
export type Question = Omit<
  RequestOf<typeof listServiceDeployments>,
  'limit' | 'cursor'
>;

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  const only = query.get('only');
  return {
    text: query.get('text') || undefined,
    team: query.get('team') || undefined,
    environment: query.get('environment') || undefined,
    only: only === 'drift' || only === 'unhealthy' ? only : undefined,
    mine: query.get('mine') === 'true' || undefined,
  };
}

/** The address that asks a question, without what goes without saying. */
export function writeQuestion(question: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(question)) {
    if (value) query.set(field, String(value));
  }
  return query;
}

/** Whether a question leaves any service out. */
export function isFiltered(question: Question): boolean {
  return [...writeQuestion(question).keys()].length > 0;
}
