import { Button, Flex, Skeleton, Text, useBreakpoint } from '@backstage/ui';
import { listEvents } from '@sphera/plugin-audit-common';
import {
  FailedState,
  useNow,
  useOperation,
} from '@sphera/plugin-operations-react';
import { RiCloseLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { NothingFound } from './NothingFound';
import { ActionDialog } from './record/ActionDialog';
import { filterOf, isFiltered } from './search/question';
import { SearchBar } from './search/SearchBar';
import { AskedQuestion } from './search/useQuestion';
import { RecordsList } from './table/RecordsList';
import { RecordsTable } from './table/RecordsTable';
import { PAGE_SIZE, usePaging } from './table/usePaging';

/** The audit log to search and look through: of everything, or of one service. */
export function ActivityLog(props: {
  asked: AskedQuestion;
  /** Entity ref of the only service whose log it is. */
  service?: string;
  /** What else can be done with the log. */
  tools?: ReactNode;
}) {
  const { asked, service, tools } = props;
  const { question, open } = asked;
  const now = useNow();
  const answer = useOperation(
    listEvents,
    {
      ...filterOf(question, now),
      ...(service && { service }),
      cursor: question.cursor,
      limit: PAGE_SIZE,
    },
    { keepPrevious: true },
  );
  const page = answer.data;
  const paging = usePaging(asked, page);
  const isNarrow = useBreakpoint().down('sm');

  const actions = () => {
    if (answer.error) {
      return (
        <FailedState
          what="Audit events"
          error={answer.error}
          onRetry={answer.refetch}
        />
      );
    }
    if (page?.items.length === 0) {
      return (
        <NothingFound
          isFiltered={isFiltered(question)}
          isOneService={Boolean(service)}
          onClear={asked.clear}
        />
      );
    }
    const onOpen = (record: { correlation: string }) =>
      open(record.correlation);
    if (isNarrow) {
      return page ? (
        <RecordsList records={page.items} paging={paging} onOpen={onOpen} />
      ) : (
        <Skeleton height={320} width="100%" />
      );
    }
    return (
      <RecordsTable
        records={page?.items}
        isStale={answer.isPlaceholderData}
        paging={paging}
        withoutService={Boolean(service)}
        onOpen={onOpen}
      />
    );
  };

  return (
    <Flex direction="column" gap="4" pb="8">
      <SearchBar asked={asked} withoutService={Boolean(service)} />
      <Flex
        justify="between"
        align="center"
        gap="2"
        style={{ flexWrap: 'wrap', minHeight: 'var(--bui-space-8)' }}
      >
        <Flex align="center" gap="2">
          <Text color="secondary" role="status">
            {page ? countOf(page.totalItems) : 'Looking through the audit log…'}
          </Text>
          {isFiltered(question) && (
            <Button
              size="small"
              variant="tertiary"
              iconStart={<RiCloseLine size={16} />}
              onPress={asked.clear}
            >
              Clear filters
            </Button>
          )}
        </Flex>
        {tools}
      </Flex>
      {actions()}
      {question.action && (
        <ActionDialog
          correlation={question.action}
          onClose={() => open(undefined)}
        />
      )}
    </Flex>
  );
}

function countOf(total: number): string {
  return total === 1 ? '1 action' : `${total.toLocaleString('en')} actions`;
}
