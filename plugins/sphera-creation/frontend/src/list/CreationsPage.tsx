import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiSeedlingLine } from '@remixicon/react';
import { listCreations } from '@sphera/plugin-creation-common';
import {
  type AskedQuestion,
  countOf,
  EmptyState,
  FailedState,
  Found,
  NoneMatches,
  ShowMore,
  useAddressQuestion,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { useCreationLinks } from '../parts/useCreationLinks';
import { CreationFilters } from './CreationFilters';
import { CreationList } from './CreationList';
import { ListSkeleton } from './ListSkeleton';
import {
  isFiltered,
  type Question,
  readQuestion,
  writeQuestion,
} from './question';

const PAGE_SIZE = 25;

const inAddress = {
  read: readQuestion,
  write: writeQuestion,
  cleared: (): Question => ({}),
};

/** Services on their way from a form to the catalog, and those that arrived. */
export function CreationsPage() {
  const asked = useAddressQuestion(inAddress);
  const pages = useOperationPages(
    listCreations,
    { ...asked.question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <CreationFilters asked={asked} />
          {pages.isError && (
            <FailedState
              what={pages.data ? 'Newer creations' : 'Creations'}
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <AllCreations asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function AllCreations(props: {
  asked: AskedQuestion<Question>;
  pages: ReturnType<typeof useOperationPages<typeof listCreations>>;
}) {
  const { asked, pages } = props;
  const links = useCreationLinks();
  if (!pages.data) return <ListSkeleton />;
  const total = pages.data.pages[0].totalItems;
  const filtered = isFiltered(asked.question);
  if (total === 0 && !filtered) {
    return (
      <EmptyState
        icon={<RiSeedlingLine size={32} aria-hidden />}
        title="Nothing was created here yet"
        description="A template creates a service: its repository, images, manifests and all the rest. Each creation stays here, with how it went and what it made."
        action={
          <ButtonLink variant="secondary" href={links.toTemplates()}>
            Choose a template
          </ButtonLink>
        }
      />
    );
  }
  const items = pages.data.pages.flatMap(page => page.items);
  const count = countOf(total, 'creation', 'creations');
  return (
    <>
      <Found count={count} isFiltered={filtered} onClear={asked.clear} />
      {total === 0 && (
        <NoneMatches title="No creation is like this" onClear={asked.clear} />
      )}
      <CreationList creations={items} />
      <ShowMore shown={`${items.length} of ${count}`} pages={pages} />
    </>
  );
}
