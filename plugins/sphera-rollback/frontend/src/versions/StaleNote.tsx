import { Alert } from '@backstage/ui';
import { TimeAgo } from '@sphera/plugin-operations-react';

/** The repository does not answer: what is shown is what it said last. */
export function StaleNote(props: {
  /** Why it could not be asked; absent: it could. */
  stale?: string;
  fetchedAt: string;
}) {
  const { stale, fetchedAt } = props;
  if (!stale) return null;
  return (
    <Alert
      status="warning"
      icon
      title="The GitOps repository does not answer"
      description={
        <>
          {stale}. What stands here is how it was <TimeAgo time={fetchedAt} />.
        </>
      }
    />
  );
}
