import { listed } from '@sphera/plugin-operations-node';
import { aboutChanged, type AboutField } from '../../storage/aboutFields';
import type { KeptFlag } from '../../storage/Kept';

/** Words of a sentence for what a flag is about. */
export const ABOUT_WORDS: Record<AboutField, string> = {
  description: 'description',
  purpose: 'purpose',
  owner: 'owner',
  endsOn: 'expected end',
};

/** What of a flag besides its definition is another thing now: `owner and purpose`; empty: nothing. */
export function aboutWords(before: KeptFlag, after: KeptFlag): string {
  return listed(aboutChanged(before, after).map(field => ABOUT_WORDS[field]));
}
