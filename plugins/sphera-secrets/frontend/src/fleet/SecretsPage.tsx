import { Container, Flex } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import {
  countOf,
  EmptyState,
  FailedState,
  Found,
  NoneMatches,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { listDrift } from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import { NoPlaces } from '../parts/NoPlaces';
import { byService } from './byService';
import { FindingFilters } from './FindingFilters';
import { FindingsOfService } from './FindingsOfService';
import { FindingsSkeleton } from './FindingsSkeleton';
import { PlacesStrip } from './PlacesStrip';
import { isFiltered, toRequest } from './question';
import { AskedQuestion, useQuestion } from './useQuestion';
import { ViewChoice } from './ViewChoice';
import { VIEW_WORDS } from './viewWords';

const PAGE_SIZE = 100;
type Pages = ReturnType<typeof useOperationPages<typeof listDrift>>;

/** What was found about the secrets of all services, and what to do about it. */
export function SecretsPage() {
  const asked = useQuestion();
  const pages = useOperationPages(
    listDrift,
    { ...toRequest(asked.question), limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const first = pages.data?.pages[0];
  if (first && first.places.length === 0) return <NoPlaces />;
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <ViewChoice
            view={asked.question.view}
            counts={first?.counts}
            onChange={view => asked.change({ view })}
          />
          <FindingFilters asked={asked} />
          {first && <PlacesStrip places={first.places} />}
          {pages.isError && (
            <FailedState
              what="Findings"
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <Findings asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function Findings(props: { asked: AskedQuestion; pages: Pages }) {
  const { asked, pages } = props;
  const dialogs = useSecretsDialogs();
  if (!pages.data) return <FindingsSkeleton />;
  const total = pages.data.pages[0].totalItems;
  const isNarrowed = isFiltered(asked.question);
  const { nothing, because } = VIEW_WORDS[asked.question.view];
  if (total === 0 && !isNarrowed) {
    return (
      <EmptyState
        icon={
          <RiCheckDoubleLine
            size={32}
            color="var(--bui-fg-positive)"
            aria-hidden
          />
        }
        title={nothing}
        description={because}
      />
    );
  }
  const items = pages.data.pages.flatMap(page => page.items);
  const found = countOf(total, 'finding', 'findings');
  return (
    <>
      <Found count={found} isFiltered={isNarrowed} onClear={asked.clear} />
      {total === 0 && (
        <NoneMatches
          title="Nothing was found like this"
          onClear={asked.clear}
        />
      )}
      {byService(items).map(([service, findings]) => (
        <FindingsOfService
          key={service ?? ''}
          service={service}
          findings={findings}
          dialogs={dialogs}
        />
      ))}
      <ShowMore shown={`${items.length} of ${found}`} pages={pages} />
    </>
  );
}
