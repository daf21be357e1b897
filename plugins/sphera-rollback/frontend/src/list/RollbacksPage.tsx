import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import {
  countOf,
  EmptyState,
  FailedState,
  Found,
  NoneMatches,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { listRollbacks } from '@sphera/plugin-rollback-common';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { ListSkeleton } from './ListSkeleton';
import { isFiltered } from './question';
import { RollbackFilters } from './RollbackFilters';
import { RollbackList } from './RollbackList';
import { UnderWay } from './UnderWay';
import { type AskedQuestion, useQuestion } from './useQuestion';

const PAGE_SIZE = 25;

/** Rollbacks that are, and that were, with the way to a new one. */
export function RollbacksPage() {
  const asked = useQuestion();
  const pages = useOperationPages(
    listRollbacks,
    { ...asked.question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <Flex gap="3" style={{ flexWrap: 'wrap' }}>
            <Beginnings />
          </Flex>
          <UnderWay question={asked.question} />
          <RollbackFilters asked={asked} />
          {pages.isError && (
            <FailedState
              what={pages.data ? 'Newer rollbacks' : 'Rollbacks'}
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <AllRollbacks asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function Beginnings() {
  const links = useRollbackLinks();
  return (
    <>
      <ButtonLink size="medium" href={links.toStart()}>
        Roll back a service…
      </ButtonLink>
      <ButtonLink size="medium" variant="secondary" href={links.toStartSet()}>
        Roll back a system…
      </ButtonLink>
    </>
  );
}

function AllRollbacks(props: {
  asked: AskedQuestion;
  pages: ReturnType<typeof useOperationPages<typeof listRollbacks>>;
}) {
  const { asked, pages } = props;
  if (!pages.data) return <ListSkeleton />;
  const total = pages.data.pages[0].totalItems;
  const filtered = isFiltered(asked.question);
  if (total === 0 && !filtered) {
    return (
      <EmptyState
        icon={<RiHistoryLine size={32} aria-hidden />}
        title="Nothing was rolled back yet"
        description="A rollback brings a version back that ran well, through a commit to the GitOps repository. Each stays here, with how it went."
      />
    );
  }
  const items = pages.data.pages.flatMap(page => page.items);
  const count = countOf(total, 'rollback', 'rollbacks');
  return (
    <>
      <Found count={count} isFiltered={filtered} onClear={asked.clear} />
      {total === 0 && (
        <NoneMatches title="No rollback is like this" onClear={asked.clear} />
      )}
      <RollbackList label="Rollbacks" rollbacks={items} />
      <ShowMore shown={`${items.length} of ${count}`} pages={pages} />
    </>
  );
}
