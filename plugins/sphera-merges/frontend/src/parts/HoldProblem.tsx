import { Alert } from '@backstage/ui';
import type { Problem } from '@sphera/plugin-merges-common';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';

/** What is wrong with a repository, what would be right, and when the portal tries again. */
export function HoldProblem(props: { problem: Problem }) {
  const { sentence, since, retryAt } = props.problem;
  return (
    <Alert
      status="warning"
      icon
      title={asSentence(sentence)}
      description={
        <>
          It began <TimeAgo time={since} />.
          {retryAt && (
            <>
              {' '}
              The portal tries again by itself <TimeAgo time={retryAt} />.
            </>
          )}
        </>
      }
    />
  );
}
