import { Text } from '@backstage/ui';
import {
  type Cell,
  type FlagChange,
  getFlag,
} from '@sphera/plugin-flags-common';
import {
  countOf,
  FailedState,
  useOperation,
} from '@sphera/plugin-operations-react';
import { CellMark } from '../parts/CellMark';
import styles from './FollowingClusters.module.css';

// Live updates tell of each step; this is for one that got lost on a bad night.
const ASK_AGAIN_MS = 2_000;
const MOST_NAMED = 12;

/** How clusters follow a change that was just made: how many have it, and what the others do. */
export function FollowingClusters(props: {
  flag: string;
  /** What was accepted. */
  changes: FlagChange[];
}) {
  const { flag, changes } = props;
  const steps = changes.flatMap(({ clusters }) => clusters);
  const behindIn = (cells: readonly Cell[]) =>
    steps.filter(({ cluster, revision }) => {
      const cell = cells.find(one => one.cluster === cluster);
      // What was answered before the change says nothing of it.
      const isNew = (cell?.wanted?.revision ?? 0) >= revision;
      return !isNew || cell?.state !== 'in-step';
    });
  const now = useOperation(
    getFlag,
    { flag },
    {
      askAgainIn: ({ cells }) =>
        behindIn(cells).length > 0 ? ASK_AGAIN_MS : undefined,
    },
  );
  const cells = now.data?.cells ?? [];
  const behind = behindIn(cells);
  if (steps.length === 0) {
    return <Text role="status">Every cluster had it so already.</Text>;
  }
  const done = steps.length - behind.length;
  return (
    <div className={styles.following}>
      <Text role="status">
        {done === steps.length
          ? `Done: ${countOf(done, 'cluster has', 'clusters have')} it.`
          : `${done} of ${countOf(
              steps.length,
              'cluster has',
              'clusters have',
            )} it.`}
      </Text>
      <progress
        className={styles.bar}
        aria-label="Clusters that have it"
        value={done}
        max={steps.length}
      />
      {now.error && (
        <FailedState
          what="Newer facts"
          error={now.error}
          onRetry={() => now.refetch()}
        />
      )}
      <ul className={styles.clusters} aria-label="Clusters that follow">
        {behind.slice(0, MOST_NAMED).map(({ cluster, revision }) => {
          const cell = cells.find(one => one.cluster === cluster);
          const isNew = (cell?.wanted?.revision ?? 0) >= revision;
          return (
            <li key={cluster}>
              <span>{cluster}</span>
              <CellMark state={isNew && cell ? cell.state : 'queued'} />
              {isNew && cell?.sentence && (
                <Text color="secondary" variant="body-small">
                  {cell.sentence}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
      {behind.length > MOST_NAMED && (
        <Text color="secondary">and {behind.length - MOST_NAMED} more</Text>
      )}
      {behind.length > 0 && (
        <Text color="secondary" variant="body-small">
          You may close this: it goes on by itself, also where a cluster cannot
          be heard now.
        </Text>
      )}
    </div>
  );
}
