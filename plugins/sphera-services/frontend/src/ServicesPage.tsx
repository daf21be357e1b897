import { Container, Flex, useBreakpoint } from '@backstage/ui';
import {
  countOf,
  FailedState,
  Found,
  useOperation,
} from '@sphera/plugin-operations-react';
import {
  listServices,
  type ServicesPage as Page,
} from '@sphera/plugin-services-common';
import type { ServiceColumn } from '@sphera/plugin-services-react';
import { useEffect } from 'react';
import { ServiceFilters } from './filters/ServiceFilters';
import { isFiltered } from './question';
import { ServicesList } from './ServicesList';
import { ServicesTable } from './ServicesTable';
import { NoneMatches, NoServices } from './states/NoServices';
import { StaleFactsNotice } from './states/StaleFactsNotice';
import { AskedQuestion, useQuestion } from './useQuestion';

/** The portal's first page: every service, and what one needs to know of it. */
export function ServicesPage(props: { columns: ServiceColumn[] }) {
  const { columns } = props;
  const asked = useQuestion();
  const answer = useOperation(listServices, asked.question, {
    keepPrevious: true,
    // A portal that has just started has not read its catalog yet.
    askAgainIn: ({ totalItems }) => (totalItems === 0 ? 3_000 : undefined),
  });
  const page = answer.data;
  useWayBackFromPastTheEnd(page, asked);

  return (
    <main>
      <Container>
        <Flex direction="column" gap="4">
          <ServiceFilters
            asked={asked}
            facets={page?.facets}
            columns={columns}
          />
          <StaleFactsNotice
            staleFacts={page?.staleFacts ?? []}
            columns={columns}
          />
          {answer.isError && (
            <FailedState
              what="The services"
              error={answer.error}
              onRetry={answer.refetch}
            />
          )}
          {(page || !answer.isError) && (
            <Services
              asked={asked}
              page={page}
              isStale={answer.isPlaceholderData}
              columns={columns}
            />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function Services(props: {
  asked: AskedQuestion;
  page?: Page;
  isStale: boolean;
  columns: ServiceColumn[];
}) {
  const { asked, page } = props;
  const isNarrow = useBreakpoint().down('md');
  const isEmpty = page?.totalItems === 0;
  if (isEmpty && !isFiltered(asked.question)) return <NoServices />;
  const services = isNarrow ? (
    <ServicesList {...props} />
  ) : (
    <ServicesTable {...props} />
  );
  return (
    <>
      <Found
        count={page && countOf(page.totalItems, 'service', 'services')}
        isFiltered={isFiltered(asked.question)}
        onClear={asked.clear}
      />
      {isEmpty ? <NoneMatches onClear={asked.clear} /> : services}
    </>
  );
}

/** Services may go while somebody looks at the last page; an old address may lead there too. */
function useWayBackFromPastTheEnd(
  page: Page | undefined,
  { change }: AskedQuestion,
) {
  const isPastTheEnd = Boolean(
    page && page.totalItems > 0 && page.items.length === 0,
  );
  useEffect(() => {
    if (isPastTheEnd) change({ cursor: undefined });
  }, [isPastTheEnd, change]);
}
