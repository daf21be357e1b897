import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import {
  EmptyState,
  FailedState,
  isNotFound,
  useOperation,
} from '@sphera/plugin-operations-react';
import { getRollback } from '@sphera/plugin-rollback-common';
import { useParams } from 'react-router-dom';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { ProgressSkeleton } from './ProgressSkeleton';
import { RollbackView } from './RollbackView';

// Live updates tell of each step; this is for one that got lost on a bad night.
const ASK_AGAIN_MS = 5_000;

/** One rollback: how it goes, or how it went. */
export function RollbackPage() {
  const { id = '' } = useParams();
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <OneRollback key={id} id={id} />
        </Flex>
      </Container>
    </main>
  );
}

function OneRollback({ id }: { id: string }) {
  const rollback = useOperation(
    getRollback,
    { id },
    {
      askAgainIn: ({ state }) =>
        state === 'running' ? ASK_AGAIN_MS : undefined,
    },
  );
  const { data, error } = rollback;
  if (isNotFound(error)) return <NoRollback />;
  const failure = error && (
    <FailedState
      what={data ? 'Newer facts' : 'The rollback'}
      error={error}
      onRetry={() => rollback.refetch()}
    />
  );
  if (!data) return failure ?? <ProgressSkeleton />;
  return (
    <>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {failure}
      <RollbackView rollback={data} />
    </>
  );
}

function NoRollback() {
  const links = useRollbackLinks();
  return (
    <EmptyState
      icon={<RiHistoryLine size={32} aria-hidden />}
      title="There is no such rollback"
      description="Its address may be incomplete. All rollbacks are in the list."
      action={
        <ButtonLink variant="secondary" href={links.toRollbacks()}>
          All rollbacks
        </ButtonLink>
      }
    />
  );
}
