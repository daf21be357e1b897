import type { Place } from '@sphera/plugin-secrets-common';

/** What names a place, and nothing else of it: operations take no more. */
export function barePlace({ environment, region }: Place): Place {
  return { environment, region };
}
