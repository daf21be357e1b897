import { Alert, Link, Text } from '@backstage/ui';
import { asSentence } from '@sphera/plugin-operations-react';
import type { Promotion } from '@sphera/plugin-rollback-common';

const SHORT_HASH = 8;

/** A promotion that is under way: what was done, and where to see it. */
export function Promoted({ promotion }: { promotion: Promotion }) {
  const { sentence, commits } = promotion;
  return (
    <>
      <Alert status="success" icon title={asSentence(sentence)} role="status" />
      {commits.map(commit => (
        <Text as="p" key={`${commit.repository}:${commit.hash}`}>
          {commit.repository}: <CommitLink commit={commit} />
        </Text>
      ))}
      <Text as="p" color="secondary">
        The step is done once the service is healthy there.
      </Text>
    </>
  );
}

function CommitLink({ commit }: { commit: Promotion['commits'][number] }) {
  const { hash, url, pullRequest } = commit;
  if (pullRequest) {
    return (
      <Link href={pullRequest.url} target="_blank">
        Pull request {pullRequest.number}
      </Link>
    );
  }
  const title = `Commit ${hash.slice(0, SHORT_HASH)}`;
  return url ? (
    <Link href={url} target="_blank">
      {title}
    </Link>
  ) : (
    <>{title}</>
  );
}
