import { Button, Flex } from '@backstage/ui';
import { listLocks } from '@sphera/plugin-locks-common';
import {
  EmptyState,
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { RiHistoryLine } from '@remixicon/react';
import { EndedLockItem } from './locks/EndedLockItem';
import { ListSkeleton } from './locks/ListSkeleton';
import { PageSection } from './PageSection';

const PAGE_SIZE = 25;

/** The locks that ended, the last one first. */
export function HistoryPage() {
  const pages = useOperationPages(listLocks, {
    state: 'ended',
    limit: PAGE_SIZE,
  });
  const total = pages.data?.pages[0].totalItems;
  return (
    <PageSection title={titleOf(total)}>
      <EndedLocks pages={pages} />
    </PageSection>
  );
}

function titleOf(total: number | undefined): string {
  if (!total) return 'History';
  return total === 1 ? '1 lock has ended' : `${total} locks have ended`;
}

function EndedLocks(props: {
  pages: ReturnType<typeof useOperationPages<typeof listLocks>>;
}) {
  const { pages } = props;
  if (pages.error && !pages.data) {
    return (
      <FailedState
        what="Ended locks"
        error={pages.error}
        onRetry={() => pages.refetch()}
      />
    );
  }
  if (!pages.data) return <ListSkeleton what="Ended locks" />;
  const locks = pages.data.pages.flatMap(page => page.items);
  if (locks.length === 0) {
    return (
      <EmptyState
        icon={<RiHistoryLine size={32} aria-hidden />}
        title="No lock has ended yet"
        description="Locks that somebody takes off, or whose time is up, are kept here."
      />
    );
  }
  return (
    <Flex direction="column" gap="3" align="start">
      {locks.map(
        lock =>
          lock.ended && (
            <EndedLockItem key={lock.id} lock={lock} ended={lock.ended} />
          ),
      )}
      {pages.hasNextPage && (
        <Button
          variant="secondary"
          isPending={pages.isFetchingNextPage}
          onPress={() => pages.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Flex>
  );
}
