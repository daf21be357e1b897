import { Link, Text } from '@backstage/ui';
import type { HoldWithPullRequests } from '@sphera/plugin-merges-common';
import { HoldMark } from '../parts/HoldMark';
import { HoldProblem } from '../parts/HoldProblem';
import { meaningOf } from '../parts/holdWords';
import { PullRequestMark } from '../parts/PullRequestMark';
import { pullRequestsInWords } from '../parts/pullRequestsInWords';
import { useMergeLinks } from '../parts/useMergeLinks';
import styles from './HoldSummary.module.css';

const MOST_SHOWN = 5;

/** A repository in a card: where it stands, what is wrong, and the pull requests that a freeze has to do with. */
export function HoldSummary(props: { hold: HoldWithPullRequests }) {
  const { hold } = props;
  const { repository, pullRequests, problem, items } = hold;
  const links = useMergeLinks();
  const touched = items.filter(({ state }) => state !== 'free');
  return (
    <>
      <div className={styles.head}>
        <HoldMark hold={hold} />
        <Text>{meaningOf(hold)}.</Text>
      </div>
      {problem && <HoldProblem problem={problem} />}
      {touched.length > 0 && (
        <ul className={styles.list} aria-label="Pull requests">
          {touched.slice(0, MOST_SHOWN).map(({ number, title, url, state }) => (
            <li key={number} className={styles.pullRequest}>
              <Link href={url} target="_blank">
                #{number} {title}
              </Link>
              <PullRequestMark state={state} />
            </li>
          ))}
        </ul>
      )}
      <Text color="secondary">
        In <Link href={links.toRepository(repository)}>{repository}</Link>:{' '}
        {pullRequestsInWords(pullRequests)}
      </Text>
    </>
  );
}
