import { Button } from '@backstage/ui';
import { RiGitRepositoryLine } from '@remixicon/react';
import { asSentence, EmptyState } from '@sphera/plugin-operations-react';
import type { Layout } from '@sphera/plugin-rollback-common';

/** No file can be read that says what is to run of this service: why, and where it is told how one is declared. */
export function NoLayout(props: {
  environments: Layout['environments'];
  onRetry(): void;
}) {
  const problems = new Set(
    props.environments.flatMap(({ problem }) => problem ?? []),
  );
  return (
    <EmptyState
      icon={<RiGitRepositoryLine size={32} aria-hidden />}
      title="It cannot be rolled back from here yet"
      description={
        <>
          {[...problems].map(problem => `${asSentence(problem)} `)}
          Where the GitOps repository says what is to run is declared in the
          configuration, often once for all services of a team: docs/rollback.md
          of the portal shows how.
        </>
      }
      action={
        <Button variant="secondary" onPress={props.onRetry}>
          Look again
        </Button>
      }
    />
  );
}
