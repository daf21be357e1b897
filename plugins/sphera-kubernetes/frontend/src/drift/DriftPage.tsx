import { Container, Flex } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import { DRIFT_KINDS, listDrift } from '@sphera/plugin-kubernetes-common';
import {
  ChoiceSelect,
  countOf,
  EmptyState,
  FailedState,
  FilterBar,
  Found,
  NoneMatches,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { EnvironmentSelect } from '@sphera/plugin-services-react';
import { DRIFT_WORDS } from '../words/drift';
import { DriftSkeleton } from './DriftSkeleton';
import { byService } from './byService';
import { DriftOfService } from './DriftOfService';
import { useDriftQuestion } from './question';

const PAGE_SIZE = 100;
const KINDS = DRIFT_KINDS.map(kind => ({
  id: kind,
  label: DRIFT_WORDS[kind],
}));

/** What is not as it should be, by service, with what each cluster has. */
export function DriftPage() {
  const asked = useDriftQuestion();
  const { question, change } = asked;
  const pages = useOperationPages(
    listDrift,
    { ...question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <FilterBar few>
            <EnvironmentSelect
              value={question.environment}
              onChange={environment => change({ environment })}
            />
            <ChoiceSelect
              label="Kind"
              all="All kinds"
              choices={KINDS}
              value={question.kind}
              onChange={value =>
                change({ kind: DRIFT_KINDS.find(kind => kind === value) })
              }
            />
          </FilterBar>
          {pages.isError && (
            <FailedState
              what="Drift"
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <AllDrift asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function AllDrift(props: {
  asked: ReturnType<typeof useDriftQuestion>;
  pages: ReturnType<typeof useOperationPages<typeof listDrift>>;
}) {
  const { asked, pages } = props;
  if (!pages.data) return <DriftSkeleton />;
  const total = pages.data.pages[0].totalItems;
  const { environment, kind } = asked.question;
  const isFiltered = Boolean(environment || kind);
  if (total === 0 && !isFiltered) {
    return (
      <EmptyState
        icon={
          <RiCheckDoubleLine
            size={32}
            color="var(--bui-fg-positive)"
            aria-hidden
          />
        }
        title="Nothing drifts"
        description="Clusters of one environment run the same versions with the same settings, and no environment lags behind."
      />
    );
  }
  const items = pages.data.pages.flatMap(page => page.items);
  const differences = countOf(total, 'difference', 'differences');
  return (
    <>
      <Found
        count={differences}
        isFiltered={isFiltered}
        onClear={asked.clear}
      />
      {total === 0 && (
        <NoneMatches title="Nothing drifts like this" onClear={asked.clear} />
      )}
      {byService(items).map(([service, drift]) => (
        <DriftOfService key={service} service={service} drift={drift} />
      ))}
      <ShowMore shown={`${items.length} of ${differences}`} pages={pages} />
    </>
  );
}
