import { Place, placeName } from '@sphera/plugin-secrets-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { barePlace } from '../parts/barePlace';
import { readPlace } from '../tab/address';

/** Which two places are compared, and what of that is shown. */
export interface Comparison {
  /** Absent: there is no place. */
  here?: Place;
  /** Absent: there is no second place. */
  there?: Place;
  /** Only what is not the same. */
  onlyDiffering: boolean;
}

/**
 * The comparison in the address, and how to make another. Where the address names
 * no places, the first of all is compared with the same region of the last environment.
 */
export function useComparison(places: readonly Place[]): {
  comparison: Comparison;
  change(changes: Partial<Comparison>): void;
} {
  const [query, setQuery] = useSearchParams();
  const comparison = useMemo(
    () => ({
      here: readPlace(query.get('here')) ?? firstOf(places),
      there: readPlace(query.get('there')) ?? farFromFirst(places),
      onlyDiffering: query.get('differing') === 'true',
    }),
    [query, places],
  );
  const change = useCallback(
    (changes: Partial<Comparison>) =>
      setQuery(inAddress({ ...comparison, ...changes }), { replace: true }),
    [comparison, setQuery],
  );
  return { comparison, change };
}

function inAddress({ here, there, onlyDiffering }: Comparison) {
  const query = new URLSearchParams({ view: 'compare' });
  if (here) query.set('here', placeName(here));
  if (there) query.set('there', placeName(there));
  if (onlyDiffering) query.set('differing', 'true');
  return query;
}

function firstOf([first]: readonly Place[]): Place | undefined {
  return first && barePlace(first);
}

function farFromFirst([first, ...others]: readonly Place[]): Place | undefined {
  const last = others.at(-1);
  const far =
    others.find(
      ({ environment, region }) =>
        environment === last?.environment && region === first.region,
    ) ?? last;
  return far && barePlace(far);
}
