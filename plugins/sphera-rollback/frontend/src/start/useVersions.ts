import { useOperationPages } from '@sphera/plugin-operations-react';
import { listVersions, type Version } from '@sphera/plugin-rollback-common';
import { useMemo } from 'react';
import { suggestion } from '../versions/suggestion';

const PAGE_SIZE = 25;

/** The versions to choose from, and the one that most will want. */
export interface VersionsToChoose {
  pages: ReturnType<typeof useOperationPages<typeof listVersions>>;
  /** The newest page; undefined until there is one. */
  first?: ReturnType<typeof listVersions.output.parse>;
  items: Version[];
  suggested?: Version;
  /** Whether what is shown belongs to other regions, until it is known better. */
  isStale: boolean;
}

/** The versions of a service where it is to be rolled back. */
export function useVersions(place: {
  service: string;
  environment: string;
  regions?: readonly string[];
}): VersionsToChoose {
  const { service, environment, regions } = place;
  // The history is asked of one region or of all; what some regions never ran, the plan says.
  const region = regions?.length === 1 ? regions[0] : undefined;
  const pages = useOperationPages(
    listVersions,
    { service, environment, region, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const items = useMemo(
    () => pages.data?.pages.flatMap(page => page.items) ?? [],
    [pages.data],
  );
  const isStale = pages.isPlaceholderData;
  const suggested = useMemo(
    () => (isStale ? undefined : suggestion(items)),
    [items, isStale],
  );
  return { pages, first: pages.data?.pages[0], items, suggested, isStale };
}
