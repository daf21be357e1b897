import { Container, Flex } from '@backstage/ui';
import { listFlags } from '@sphera/plugin-flags-common';
import {
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { FlagsNavigation } from '../parts/FlagsNavigation';
import { MessagingBanner } from '../parts/MessagingBanner';
import { NewFlagButton } from '../parts/NewFlagButton';
import { FlagFilters } from './FlagFilters';
import { FlagsFound } from './FlagsFound';
import { askedOf } from './question';
import { useQuestion } from './useQuestion';

const PAGE_SIZE = 50;

/** All flags by all clusters, with the way to a new one. */
export function FlagsPage() {
  const asked = useQuestion();
  const pages = useOperationPages(
    listFlags,
    { ...askedOf(asked.question), limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="4">
          <FlagsNavigation at="flags">
            <NewFlagButton />
          </FlagsNavigation>
          <MessagingBanner />
          <FlagFilters asked={asked} />
          {pages.isError && (
            <FailedState
              what={pages.data ? 'Newer facts' : 'Flags'}
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <FlagsFound asked={asked} pages={pages} />
          )}
        </Flex>
      </Container>
    </main>
  );
}
