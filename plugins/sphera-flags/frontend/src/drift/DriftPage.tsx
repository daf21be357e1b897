import { Container, Flex } from '@backstage/ui';
import { listDrift } from '@sphera/plugin-flags-common';
import {
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { isMendable } from '../flag/cells';
import { FlagsNavigation } from '../parts/FlagsNavigation';
import { MendButton } from '../parts/MendButton';
import { MessagingBanner } from '../parts/MessagingBanner';
import { DriftFilters } from './DriftFilters';
import { DriftFound } from './DriftFound';
import { useQuestion } from './useQuestion';

const PAGE_SIZE = 50;

/** What is not as it should be: clusters that have something else than is wanted, or that should agree and do not. */
export function DriftPage() {
  const asked = useQuestion();
  const pages = useOperationPages(
    listDrift,
    { ...asked.question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const { cluster } = asked.question;
  const mendable = (pages.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ kind, cells }) => kind === 'cell' && cells.some(isMendable));
  const services = new Set(mendable.map(({ service }) => service));
  const [service] = services.size === 1 && !pages.hasNextPage ? services : [];
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <FlagsNavigation at="drift">
            {cluster && mendable.length > 0 && (
              <MendButton of={{ cluster, service }} />
            )}
          </FlagsNavigation>
          <MessagingBanner />
          <DriftFilters asked={asked} />
          {pages.isError && (
            <FailedState
              what={pages.data ? 'Newer facts' : 'Drift'}
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <DriftFound asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}
