import { ButtonLink } from '@backstage/ui';
import { RiGitRepositoryLine } from '@remixicon/react';
import { getMergeHold, type Hold } from '@sphera/plugin-merges-common';
import {
  EmptyState,
  FailedState,
  isNotFound,
  PageSkeleton,
  useOperation,
} from '@sphera/plugin-operations-react';
import { HoldProblem } from '../parts/HoldProblem';
import { useMergeLinks } from '../parts/useMergeLinks';
import { CoveringFreezes } from './CoveringFreezes';
import { PullRequests } from './PullRequests';
import { RepositoryHead } from './RepositoryHead';

// Live updates tell of each step; this is for one that got lost.
const ASK_AGAIN_MS = 5_000;

const untilItStands = ({ state }: Hold) =>
  state === 'changing' ? ASK_AGAIN_MS : undefined;

/** One repository: whether GitHub takes its merges, why not, and what waits. */
export function RepositoryPage(props: { repository: string }) {
  const { repository } = props;
  const hold = useOperation(
    getMergeHold,
    { repository },
    { askAgainIn: untilItStands },
  );
  const { data, error } = hold;
  if (isNotFound(error)) return <NoRepository repository={repository} />;
  return (
    <>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {error && (
        <FailedState
          what={data ? 'Newer facts' : 'The repository'}
          error={error}
          onRetry={() => hold.refetch()}
        />
      )}
      {!data && !error && <PageSkeleton what="The repository" />}
      {data && (
        <>
          <RepositoryHead hold={data} />
          {data.problem && <HoldProblem problem={data.problem} />}
          {data.freezes.length > 0 && (
            <CoveringFreezes freezes={data.freezes} />
          )}
          <PullRequests hold={data} />
        </>
      )}
    </>
  );
}

function NoRepository(props: { repository: string }) {
  const links = useMergeLinks();
  return (
    <EmptyState
      icon={<RiGitRepositoryLine size={32} aria-hidden />}
      title={`The portal does not look after ${props.repository}`}
      description="It looks after the repositories of services, and those that are listed under sphera.merges in the configuration."
      action={
        <ButtonLink variant="secondary" href={links.toAll()}>
          All repositories
        </ButtonLink>
      }
    />
  );
}
