import { DRIFT_KINDS, listDrift } from '@sphera/plugin-kubernetes-common';
import type { RequestOf } from '@sphera/plugin-operations-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the list of drift is narrowed to. */
export type DriftQuestion = Pick<
  RequestOf<typeof listDrift>,
  'environment' | 'kind'
>;

/** The question in the address of the page, and how to ask another. */
export function useDriftQuestion() {
  const [query, setQuery] = useSearchParams();
  const question = useMemo<DriftQuestion>(
    () => ({
      environment: query.get('environment') || undefined,
      kind: DRIFT_KINDS.find(kind => kind === query.get('kind')),
    }),
    [query],
  );
  const change = useCallback(
    (changes: DriftQuestion) => {
      const next = Object.entries({ ...question, ...changes });
      setQuery(
        next.flatMap(([field, value]) => (value ? [[field, value]] : [])) as [
          string,
          string,
        ][],
      );
    },
    [question, setQuery],
  );
  return { question, change, clear: () => setQuery({}) };
}
