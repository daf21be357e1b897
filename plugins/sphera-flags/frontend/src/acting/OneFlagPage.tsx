import { ButtonLink, Container } from '@backstage/ui';
import { RiFlag2Line } from '@remixicon/react';
import { type Flag, getFlag } from '@sphera/plugin-flags-common';
import {
  EmptyState,
  FailedState,
  isNotFound,
  PageSkeleton,
  useOperation,
} from '@sphera/plugin-operations-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useFlagLinks } from '../parts/useFlagLinks';

/** A page about doing something with the flag of its address: once the flag is known, and where it can still be changed. */
export function OneFlagPage(props: {
  /** As the flag is now, drawn anew with each newer answer; `look` asks for one. */
  children(flag: Flag, look: () => void): ReactNode;
}) {
  const { flag: key = '' } = useParams();
  const links = useFlagLinks();
  const flag = useOperation(getFlag, { flag: key });
  const { data, error } = flag;
  if (data && !data.retiredAt) {
    return <>{props.children(data, () => void flag.refetch())}</>;
  }
  if (!data && !error) return <PageSkeleton what="The flag" />;
  const isGone = Boolean(data?.retiredAt);
  return (
    <main>
      <Container>
        {isGone || isNotFound(error) ? (
          <EmptyState
            icon={<RiFlag2Line size={32} aria-hidden />}
            title={isGone ? `${key} is retired` : `There is no flag ${key}`}
            description={
              isGone
                ? 'It is gone from every cluster; its history is kept.'
                : 'Its address may be incomplete. All flags are in the list.'
            }
            action={
              <ButtonLink
                variant="secondary"
                href={isGone ? links.toFlag(key) : links.toFlags()}
              >
                {isGone ? 'See its history' : 'All flags'}
              </ButtonLink>
            }
          />
        ) : (
          error && (
            <FailedState
              what="The flag"
              error={error}
              onRetry={() => flag.refetch()}
            />
          )
        )}
      </Container>
    </main>
  );
}
