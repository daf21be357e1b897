import { Flex, Text } from '@backstage/ui';
import { RiGitRepositoryLine } from '@remixicon/react';
import { listMergeHolds } from '@sphera/plugin-merges-common';
import {
  type AskedQuestion,
  countOf,
  EmptyState,
  FailedState,
  Found,
  NoneMatches,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { LookAgain } from '../parts/LookAgain';
import { HoldFilters } from './HoldFilters';
import { HoldList } from './HoldList';
import { HowItWorks } from './HowItWorks';
import { ListSkeleton } from './ListSkeleton';
import { isFiltered, type Question } from './question';
import { summaryOf } from './summaryOf';
import { Unheard } from './Unheard';

const PAGE_SIZE = 50;

type Asked = AskedQuestion<Question>;
type Pages = ReturnType<typeof useOperationPages<typeof listMergeHolds>>;

/** Which repositories GitHub takes merges of, and which not. */
export function HoldsPage(props: { asked: Asked }) {
  const { asked } = props;
  const { state, text } = asked.question;
  const pages = useOperationPages(
    listMergeHolds,
    { state, search: text, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <>
      {pages.isError && (
        <FailedState
          what={pages.data ? 'Newer facts' : 'Repositories'}
          error={pages.error}
          onRetry={() => pages.refetch()}
        />
      )}
      {pages.data && <AllHolds asked={asked} pages={pages} />}
      {!pages.data && !pages.isError && <ListSkeleton />}
    </>
  );
}

function AllHolds(props: { asked: Asked; pages: Pages }) {
  const { asked, pages } = props;
  if (!pages.data) return null;
  const [first] = pages.data.pages;
  const all = Object.values(first.counts).reduce((sum, one) => sum + one, 0);
  if (all === 0) return <NoRepository />;
  return (
    <>
      <Flex
        justify="between"
        align="center"
        gap="3"
        style={{ flexWrap: 'wrap' }}
      >
        <div role="status">
          <Text as="h2" variant="title-small" weight="bold">
            {summaryOf(first)}
          </Text>
        </div>
        <LookAgain />
      </Flex>
      <HowItWorks strategy={first.strategy} exemption={first.exemption} />
      <Unheard unheard={first.unheard} />
      <HoldFilters asked={asked} counts={first.counts} />
      <Holds asked={asked} pages={pages.data.pages} />
      <ShowMore shown={shownOf(pages.data.pages)} pages={pages} />
    </>
  );
}

type Answers = NonNullable<Pages['data']>['pages'];

function Holds(props: { asked: Asked; pages: Answers }) {
  const { asked, pages } = props;
  const total = pages[0].totalItems;
  return (
    <>
      <Found
        count={countOf(total, 'repository', 'repositories')}
        isFiltered={isFiltered(asked.question)}
        onClear={asked.clear}
      />
      {total === 0 && (
        <NoneMatches title="No repository is like this" onClear={asked.clear} />
      )}
      <HoldList holds={pages.flatMap(({ items }) => items)} />
    </>
  );
}

function shownOf(pages: Answers): string {
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
  const total = countOf(pages[0].totalItems, 'repository', 'repositories');
  return `${shown.toLocaleString('en')} of ${total}`;
}

function NoRepository() {
  return (
    <EmptyState
      icon={<RiGitRepositoryLine size={32} aria-hidden />}
      title="No repository is looked after yet"
      description="Once sphera.merges is in the configuration of the portal, it tells GitHub of freezes: for the repositories of services, which the annotation github.com/project-slug names in the catalog, and for those that are listed there."
    />
  );
}
