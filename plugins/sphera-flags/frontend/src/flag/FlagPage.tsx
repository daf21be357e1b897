import { ButtonLink, Container, Flex } from '@backstage/ui';
import { RiFlag2Line } from '@remixicon/react';
import { type CellState, getFlag } from '@sphera/plugin-flags-common';
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
import { FlagView } from './FlagView';

/** One flag: what is wanted, what clusters have, what was done to it. */
export function FlagPage() {
  const { flag = '' } = useParams();
  return (
    <main>
      <OneFlag key={flag} flag={flag} />
    </main>
  );
}

const UNDER_WAY: CellState[] = ['queued', 'on-its-way'];
const UNDER_WAY_MS = 3_000;

function OneFlag(props: { flag: string }) {
  const flag = useOperation(
    getFlag,
    { flag: props.flag },
    {
      // Somebody waits for the rest: a word that got lost must not leave them waiting.
      askAgainIn: ({ cells }) =>
        cells.some(({ state }) => UNDER_WAY.includes(state))
          ? UNDER_WAY_MS
          : undefined,
    },
  );
  const { data, error } = flag;
  if (!data && !error) return <PageSkeleton what="The flag" />;
  return (
    <Container>
      <Flex direction="column" gap="4" pt="2" pb="8">
        <MessagingBanner />
        {isNotFound(error) ? (
          <NoFlag flag={props.flag} />
        ) : (
          <>
            {/* What is shown below may be old: nobody must take it for what is. */}
            {error && (
              <FailedState
                what={data ? 'Newer facts' : 'The flag'}
                error={error}
                onRetry={() => flag.refetch()}
              />
            )}
            {data && <FlagView flag={data} />}
          </>
        )}
      </Flex>
    </Container>
  );
}

function NoFlag(props: { flag: string }) {
  const links = useFlagLinks();
  return (
    <EmptyState
      icon={<RiFlag2Line size={32} aria-hidden />}
      title={`There is no flag ${props.flag}`}
      description="Its address may be incomplete. All flags, and those that are retired, are in the list."
      action={
        <ButtonLink variant="secondary" href={links.toFlags()}>
          All flags
        </ButtonLink>
      }
    />
  );
}
