import { Container, Flex } from '@backstage/ui';
import { listDrift } from '@sphera/plugin-flags-common';
import {
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
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
  const hasDrift = (pages.data?.pages[0].totalItems ?? 0) > 0;
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <FlagsNavigation at="drift">
            {cluster && hasDrift && <MendButton of={{ cluster }} />}
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
