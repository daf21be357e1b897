import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { listFlags } from '@sphera/plugin-flags-common';
import {
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { FlagsFound } from '../list/FlagsFound';
import { askedOf } from '../list/question';
import { useQuestion } from '../list/useQuestion';
import { MessagingBanner } from '../parts/MessagingBanner';
import { NewFlagButton } from '../parts/NewFlagButton';
import { useFlagLinks } from '../parts/useFlagLinks';

const PAGE_SIZE = 50;

/** The flags of the service whose page it is on, in all clusters. */
export function FlagsTab() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const links = useFlagLinks();
  const asked = useQuestion();
  const pages = useOperationPages(
    listFlags,
    { ...askedOf(asked.question), service, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <Flex direction="column" gap="4">
      <MessagingBanner />
      {pages.data && pages.data.pages[0].totalItems > 0 && (
        <Flex align="center" justify="between" gap="3">
          <Link href={links.toFlags()}>Flags of all services</Link>
          <NewFlagButton service={service} />
        </Flex>
      )}
      {pages.isError && (
        <FailedState
          what={pages.data ? 'Newer facts' : 'Flags'}
          error={pages.error}
          onRetry={() => pages.refetch()}
        />
      )}
      {(pages.data || !pages.isError) && (
        <FlagsFound asked={asked} pages={pages} service={service} />
      )}
    </Flex>
  );
}
