import { Text } from '@backstage/ui';
import type { HoldWithPullRequests } from '@sphera/plugin-merges-common';
import { Section } from '@sphera/plugin-operations-react';
import { PullRequestItem } from './PullRequestItem';
import styles from './repository.module.css';

/** The open pull requests to the default branch, the most recently updated first. */
export function PullRequests(props: { hold: HoldWithPullRequests }) {
  const { items, pullRequests, defaultBranch } = props.hold;
  const notShown = pullRequests.open - items.length;
  return (
    <Section
      title={`Pull requests to ${defaultBranch ?? 'the default branch'}`}
      note={noteOf(pullRequests)}
    >
      {items.length === 0 && (
        <Text color="secondary">No pull request is open.</Text>
      )}
      {items.length > 0 && (
        <ul className={styles.list} aria-label="Pull requests">
          {items.map(pullRequest => (
            <PullRequestItem
              key={pullRequest.number}
              pullRequest={pullRequest}
            />
          ))}
        </ul>
      )}
      {items.length > 0 && notShown > 0 && (
        <Text color="secondary">
          And {notShown.toLocaleString('en')} more, which were updated before
          these.
        </Text>
      )}
    </Section>
  );
}

function noteOf({ open, held, exempt }: HoldWithPullRequests['pullRequests']) {
  if (open === 0) return undefined;
  return [
    `${open.toLocaleString('en')} open`,
    held > 0 && `${held.toLocaleString('en')} held`,
    exempt > 0 && `${exempt.toLocaleString('en')} exempt`,
  ]
    .filter(Boolean)
    .join(', ');
}
