import { listFlags } from '@sphera/plugin-flags-common';
import type { RequestOf } from '@sphera/plugin-operations-common';
import { NOTABLE_STATES } from '../parts/stateWords';

type Asked = Pick<
  RequestOf<typeof listFlags>,
  'service' | 'environment' | 'owner' | 'state' | 'ready' | 'retired' | 'text'
>;

/** What the flags are narrowed to, and how they are looked at. */
export interface Question extends Asked {
  /** Places that show their clusters: `production/eu`. */
  open: string[];
}

const YES = 'yes';

/** The question that an address asks; what the backend cannot know is left for it to refuse. */
export function readQuestion(query: URLSearchParams): Question {
  const text = (field: string) => query.get(field) || undefined;
  const is = (field: string) => query.get(field) === YES || undefined;
  return {
    service: text('service'),
    environment: text('environment'),
    owner: text('owner'),
    state: NOTABLE_STATES.find(state => state === query.get('state')),
    ready: is('ready'),
    retired: is('retired'),
    text: text('text'),
    open: query.getAll('open'),
  };
}

/** The address that asks a question. */
export function writeQuestion(question: Question): URLSearchParams {
  const { open, ...asked } = question;
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(asked)) {
    if (value) query.set(field, value === true ? YES : value);
  }
  for (const place of open) query.append('open', place);
  return query;
}

/** What the operation is asked. */
export function askedOf({ open: _open, ...question }: Question): Asked {
  return question;
}

/** Whether a question leaves anything out; how it is looked at does not. */
export function isFiltered(question: Question): boolean {
  return Object.values(askedOf(question)).some(Boolean);
}

/** The question without filters. */
export function cleared({ open }: Question): Question {
  return { open };
}

/** A place more that shows its clusters, or one less. */
export function toggled(open: string[], place: string): string[] {
  return open.includes(place)
    ? open.filter(one => one !== place)
    : [...open, place];
}
