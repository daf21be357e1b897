import { Link } from '@backstage/ui';
import type { Version } from '@sphera/plugin-rollback-common';
import styles from './versions.module.css';

const SHORT = 7;

/** The commit that deployed a version, and the pull request that it came through. */
export function CommitLinks(props: {
  of: Pick<Version, 'commit' | 'pullRequest'>;
}) {
  const { commit, pullRequest } = props.of;
  const short = commit.hash.slice(0, SHORT);
  return (
    <span className={styles.commit}>
      {commit.url ? (
        <Link
          href={commit.url}
          target="_blank"
          variant="body-small"
          aria-label={`Commit ${short}: ${commit.subject}`}
        >
          <code title={commit.subject}>{short}</code>
        </Link>
      ) : (
        <code title={commit.subject}>{short}</code>
      )}
      {pullRequest &&
        (pullRequest.url ? (
          <Link
            href={pullRequest.url}
            target="_blank"
            variant="body-small"
            aria-label={`Pull request ${pullRequest.number}`}
          >
            #{pullRequest.number}
          </Link>
        ) : (
          <span>#{pullRequest.number}</span>
        ))}
    </span>
  );
}
