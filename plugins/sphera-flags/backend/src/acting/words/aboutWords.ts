import { listed } from '@sphera/plugin-operations-node';
import type { KeptFlag } from '../../storage/Kept';

const ABOUT = {
  description: 'description',
  purpose: 'purpose',
  owner: 'owner',
  endsOn: 'expected end',
} as const;

/** What of a flag besides its definition is another thing now: `owner and purpose`; empty: nothing. */
export function aboutWords(before: KeptFlag, after: KeptFlag): string {
  const changed = Object.entries(ABOUT).filter(
    ([field]) =>
      before[field as keyof typeof ABOUT] !==
      after[field as keyof typeof ABOUT],
  );
  return listed(changed.map(([, word]) => word));
}
