import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiSeedlingLine } from '@remixicon/react';
import { getCreation } from '@sphera/plugin-creation-common';
import {
  EmptyState,
  FailedState,
  isNotFound,
  useOperation,
} from '@sphera/plugin-operations-react';
import { useParams } from 'react-router-dom';
import { useCreationLinks } from '../parts/useCreationLinks';
import { CreationSkeleton } from './CreationSkeleton';
import { CreationView } from './CreationView';

// Live updates tell of each step; this is for one that got lost.
const ASK_AGAIN_MS = 5_000;

/** One creation: how it goes, or how it went. */
export function CreationPage() {
  const { id = '' } = useParams();
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <OneCreation key={id} id={id} />
        </Flex>
      </Container>
    </main>
  );
}

function OneCreation({ id }: { id: string }) {
  const creation = useOperation(
    getCreation,
    { creation: id },
    {
      askAgainIn: ({ state }) =>
        state === 'running' || state === 'undoing' ? ASK_AGAIN_MS : undefined,
    },
  );
  const { data, error } = creation;
  if (isNotFound(error)) return <NoCreation />;
  const failure = error && (
    <FailedState
      what={data ? 'Newer facts' : 'The creation'}
      error={error}
      onRetry={() => creation.refetch()}
    />
  );
  if (!data) return failure ?? <CreationSkeleton />;
  return (
    <BreadcrumbEntry entry={{ label: data.draft.name, href: id }}>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {failure}
      <CreationView creation={data} />
    </BreadcrumbEntry>
  );
}

function NoCreation() {
  const links = useCreationLinks();
  return (
    <EmptyState
      icon={<RiSeedlingLine size={32} aria-hidden />}
      title="There is no such creation"
      description="Its address may be incomplete. All creations are in the list."
      action={
        <ButtonLink variant="secondary" href={links.toCreations()}>
          All creations
        </ButtonLink>
      }
    />
  );
}
