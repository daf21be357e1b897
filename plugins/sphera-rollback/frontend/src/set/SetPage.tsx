import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import {
  EmptyState,
  FailedState,
  isNotFound,
  useOperation,
} from '@sphera/plugin-operations-react';
import { getRollbackSet } from '@sphera/plugin-rollback-common';
import { useParams } from 'react-router-dom';
import { ListSkeleton } from '../list/ListSkeleton';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { SetView } from './SetView';

const ASK_AGAIN_MS = 5_000;

/** Several services rolled back together: how each of them stands. */
export function SetPage() {
  const { id = '' } = useParams();
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <OneSet key={id} id={id} />
        </Flex>
      </Container>
    </main>
  );
}

function OneSet({ id }: { id: string }) {
  const links = useRollbackLinks();
  const set = useOperation(
    getRollbackSet,
    { id },
    {
      askAgainIn: ({ state }) =>
        state === 'running' ? ASK_AGAIN_MS : undefined,
    },
  );
  const { data, error } = set;
  if (isNotFound(error)) {
    return (
      <EmptyState
        icon={<RiHistoryLine size={32} aria-hidden />}
        title="There is no such set"
        description="Its address may be incomplete. All rollbacks are in the list."
        action={
          <ButtonLink variant="secondary" href={links.toRollbacks()}>
            All rollbacks
          </ButtonLink>
        }
      />
    );
  }
  const failure = error && (
    <FailedState
      what={data ? 'Newer facts' : 'The set'}
      error={error}
      onRetry={() => set.refetch()}
    />
  );
  if (!data) return failure ?? <ListSkeleton />;
  return (
    <>
      {failure}
      <SetView set={data} />
    </>
  );
}
