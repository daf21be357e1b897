import { Button, Flex } from '@backstage/ui';
import { createWindow, listWindows } from '@sphera/plugin-locks-common';
import {
  EmptyState,
  FailedState,
  OperationButton,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { RiAddLine, RiCalendarScheduleLine } from '@remixicon/react';
import { ListSkeleton } from './locks/ListSkeleton';
import { PageSection } from './PageSection';
import { useWindowDialogs } from './windows/useWindowDialogs';
import { WindowItem } from './windows/WindowItem';

const PAGE_SIZE = 50;

/** The locks that come back each week. */
export function WindowsPage() {
  const pages = useOperationPages(listWindows, { limit: PAGE_SIZE });
  const dialogs = useWindowDialogs();
  return (
    <PageSection
      title="Freeze windows"
      actions={
        <OperationButton
          operation={createWindow}
          target={{}}
          size="medium"
          iconStart={<RiAddLine />}
          onPress={() => dialogs.create()}
        >
          New freeze window
        </OperationButton>
      }
    >
      <Windows pages={pages} />
    </PageSection>
  );
}

function Windows(props: {
  pages: ReturnType<typeof useOperationPages<typeof listWindows>>;
}) {
  const { pages } = props;
  if (pages.error && !pages.data) {
    return (
      <FailedState
        what="Freeze windows"
        error={pages.error}
        onRetry={() => pages.refetch()}
      />
    );
  }
  if (!pages.data) return <ListSkeleton what="Freeze windows" />;
  const windows = pages.data.pages.flatMap(page => page.items);
  if (windows.length === 0) {
    return (
      <EmptyState
        icon={<RiCalendarScheduleLine size={32} aria-hidden />}
        title="No freeze windows"
        description="A freeze window locks by itself each week, say from Friday 16:00 to Sunday 08:00."
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      {windows.map(window => (
        <WindowItem key={window.id} window={window} />
      ))}
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
