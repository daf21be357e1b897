import { Link, Text } from '@backstage/ui';
import type { HeldPullRequest } from '@sphera/plugin-merges-common';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import { PullRequestMark } from '../parts/PullRequestMark';
import styles from './repository.module.css';

/** One open pull request: what it is, whether it is held, and what GitHub shows at it. */
export function PullRequestItem(props: { pullRequest: HeldPullRequest }) {
  const { number, title, author, url, updatedAt, state, sentence } =
    props.pullRequest;
  return (
    <li className={styles.pullRequest}>
      <div className={styles.words}>
        <Link href={url} target="_blank" weight="bold">
          #{number} {title}
        </Link>
        <Text as="p" color="secondary">
          by {author}, updated <TimeAgo time={updatedAt} />
        </Text>
      </div>
      <div>
        <PullRequestMark state={state} />
      </div>
      <Text as="p">{sentence && asSentence(sentence)}</Text>
    </li>
  );
}
