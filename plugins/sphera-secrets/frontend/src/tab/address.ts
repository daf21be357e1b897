import type { RequestOf } from '@sphera/plugin-operations-common';
import { listSecrets, Place, placeName } from '@sphera/plugin-secrets-common';

/** Which secrets one looks for. */
export type Question = Pick<
  RequestOf<typeof listSecrets>,
  'text' | 'environment' | 'only'
>;

/** The secret that one looks at closely. */
export interface Selection {
  name: string;
  /** The place that is opened; absent: none. */
  place?: Place;
}

/** The question that an address asks. */
export function readQuestion(query: URLSearchParams): Question {
  return {
    text: query.get('text') || undefined,
    environment: query.get('environment') || undefined,
    only: query.get('only') === 'drift' ? 'drift' : undefined,
  };
}

/** Whether a question leaves any secret out. */
export function isFiltered(question: Question): boolean {
  return Object.values(question).some(Boolean);
}

/** The secret that an address names; undefined: none. */
export function readSelection(query: URLSearchParams): Selection | undefined {
  const name = query.get('secret');
  if (!name) return undefined;
  return { name, place: readPlace(query.get('at')) };
}

/** The address of a question and of what one looks at, without what goes without saying. */
export function addressOf(
  question: Question,
  selection?: Selection,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(question)) {
    if (value) query.set(field, value);
  }
  if (selection) query.set('secret', selection.name);
  if (selection?.place) query.set('at', placeName(selection.place));
  return query;
}

/** The place that an address names like `production/eu-central-1`; undefined: none. */
export function readPlace(text: string | null): Place | undefined {
  const [environment, region] = text?.split('/') ?? [];
  return environment && region ? { environment, region } : undefined;
}
