import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiStairsLine } from '@remixicon/react';
import { getRollout } from '@sphera/plugin-flags-common';
import {
  EmptyState,
  FailedState,
  isNotFound,
  PageSkeleton,
  useOperation,
} from '@sphera/plugin-operations-react';
import { useParams } from 'react-router-dom';
import { MessagingBanner } from '../parts/MessagingBanner';
import { useFlagLinks } from '../parts/useFlagLinks';
import { RolloutView } from './RolloutView';

// Live updates tell of each step; this is for one that got lost on a bad night.
const ASK_AGAIN_MS = 5_000;

/** One roll-out: how it goes, or how it went. */
export function RolloutPage() {
  const { id = '' } = useParams();
  return (
    <main>
      <OneRollout key={id} id={id} />
    </main>
  );
}

function OneRollout({ id }: { id: string }) {
  const rollout = useOperation(
    getRollout,
    { id },
    {
      askAgainIn: ({ state }) =>
        state === 'running' ? ASK_AGAIN_MS : undefined,
    },
  );
  const { data, error } = rollout;
  if (!data && !error) return <PageSkeleton what="The roll-out" />;
  return (
    <Container>
      <Flex direction="column" gap="4" pt="2" pb="8">
        <MessagingBanner />
        {isNotFound(error) ? (
          <NoRollout />
        ) : (
          <>
            {/* What is shown below may be old: nobody must take it for what is. */}
            {error && (
              <FailedState
                what={data ? 'Newer facts' : 'The roll-out'}
                error={error}
                onRetry={() => rollout.refetch()}
              />
            )}
            {data && <RolloutView rollout={data} />}
          </>
        )}
      </Flex>
    </Container>
  );
}

function NoRollout() {
  const links = useFlagLinks();
  return (
    <EmptyState
      icon={<RiStairsLine size={32} aria-hidden />}
      title="There is no such roll-out"
      description="Its address may be incomplete. The roll-outs of a flag are on the page of the flag."
      action={
        <ButtonLink variant="secondary" href={links.toFlags()}>
          All flags
        </ButtonLink>
      }
    />
  );
}
