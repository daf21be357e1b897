import { HOLD_STATES, type HoldState } from '@sphera/plugin-merges-common';

/** What the page is narrowed to. */
export interface Question {
  state?: HoldState;
  /** Part of a name. */
  text?: string;
  /** The one repository to show: `kestrel-parcels/quotes`. */
  repository?: string;
}

/** How the question stands in the address. */
export const questionInAddress = {
  read: (query: URLSearchParams): Question => ({
    state: HOLD_STATES.find(state => state === query.get('state')),
    text: query.get('text') || undefined,
    repository: query.get('repository') || undefined,
  }),
  write: (question: Question): URLSearchParams => {
    const query = new URLSearchParams();
    for (const [field, value] of Object.entries(question)) {
      if (value) query.set(field, value);
    }
    return query;
  },
  cleared: (): Question => ({}),
};

/** Whether a question leaves anything out. */
export const isFiltered = ({ state, text }: Question) => Boolean(state || text);
