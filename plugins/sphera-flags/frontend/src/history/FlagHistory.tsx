import { Flex, Skeleton } from '@backstage/ui';
import { type Flag, listChanges } from '@sphera/plugin-flags-common';
import {
  countOf,
  FailedState,
  Section,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { ChangeItem } from './ChangeItem';
import styles from './history.module.css';

const PAGE_SIZE = 20;

/** What was done to a flag, the newest first. */
export function FlagHistory(props: { flag: Flag }) {
  const { flag } = props;
  const pages = useOperationPages(listChanges, {
    flag: flag.flag,
    limit: PAGE_SIZE,
  });
  const { data, error } = pages;
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  const newest = changes.find(({ clusters }) => clusters.length > 0);
  const count = data && countOf(data.pages[0].totalItems, 'change', 'changes');
  return (
    <Section title="History" note={count}>
      {error && (
        <FailedState
          what={data ? 'Newer changes' : 'Changes'}
          error={error}
          onRetry={() => pages.refetch()}
        />
      )}
      {!data && !error && <HistorySkeleton />}
      <ol className={styles.changes} aria-label="Changes">
        {changes.map(change => (
          <ChangeItem
            key={change.id}
            flag={flag}
            change={change}
            isNewest={change === newest}
          />
        ))}
      </ol>
      <ShowMore shown={`${changes.length} of ${count}`} pages={pages} />
    </Section>
  );
}

function HistorySkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Changes are loading"
    >
      <Skeleton height={72} width="100%" />
      <Skeleton height={72} width="100%" />
    </Flex>
  );
}
