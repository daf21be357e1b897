import {
  DRIFT_KINDS,
  type FindingKind,
  type listDrift,
} from '@sphera/plugin-secrets-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What the page can show at a time: kinds of findings that belong together. */
export const VIEWS = {
  drift: DRIFT_KINDS,
  'not-to-standard': ['not-to-standard'],
  overdue: ['overdue'],
  old: ['old'],
  'never-read': ['never-read'],
  unowned: ['unowned'],
} as const satisfies Record<string, readonly FindingKind[]>;

/** What the page shows. */
export type View = keyof typeof VIEWS;

/** Every view, in the order of the page. */
export const ALL_VIEWS = Object.keys(VIEWS) as View[];

/** What the page is narrowed to. */
export type Question = Pick<
  RequestOf<typeof listDrift>,
  'text' | 'team' | 'environment' | 'region' | 'mine'
> & { view: View };

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  return {
    view: ALL_VIEWS.find(view => view === query.get('view')) ?? 'drift',
    text: query.get('text') || undefined,
    team: query.get('team') || undefined,
    environment: query.get('environment') || undefined,
    region: query.get('region') || undefined,
    mine: query.get('mine') === 'true' || undefined,
  };
}

/** The address that asks a question, without what goes without saying. */
export function writeQuestion({ view, ...filters }: Question): URLSearchParams {
  const query = new URLSearchParams();
  if (view !== 'drift') query.set('view', view);
  for (const [field, value] of Object.entries(filters)) {
    if (value) query.set(field, String(value));
  }
  return query;
}

/** Whether a question leaves anything of its view out. */
export function isFiltered({ view: _, ...filters }: Question): boolean {
  return Object.values(filters).some(Boolean);
}

/** The question as the backend takes it. */
export function toRequest({
  view,
  ...filters
}: Question): RequestOf<typeof listDrift> {
  return { ...filters, kinds: [...VIEWS[view]] };
}
