import { type Team } from '@sphera/plugin-services-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useCallback } from 'react';

/** Says who owns a service, by the titles of teams that are known and by name else. */
export function useOwnersInWords(teams: Team[]) {
  return useCallback(
    (owners: string[]) =>
      owners
        .map(
          ref =>
            teams.find(({ value }) => value === ref)?.title ??
            parseEntityRef(ref).name,
        )
        .join(', '),
    [teams],
  );
}
