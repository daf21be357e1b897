import { useRouteRef } from '@backstage/frontend-plugin-api';
import { locksRouteRef, mergesRouteRef } from '../routes';

/** Where the pages around merges are. */
export interface MergeLinks {
  /** The list of all repositories. */
  toAll(): string;
  /** One of them, by its name: `kestrel-parcels/quotes`. */
  toRepository(repository: string): string;
  /** Where one freezes; undefined in an app without it. */
  toLocks(): string | undefined;
}

/** Finds the addresses of merges. */
export function useMergeLinks(): MergeLinks {
  const merges = useRouteRef(mergesRouteRef);
  const locks = useRouteRef(locksRouteRef);
  return {
    toAll: () => merges?.() ?? '',
    toRepository: repository =>
      `${merges?.() ?? ''}?${new URLSearchParams({ repository })}`,
    toLocks: () => locks?.(),
  };
}
