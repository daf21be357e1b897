import type { Rollout } from '@sphera/plugin-flags-common';
import { countOf, TimeAgo } from '@sphera/plugin-operations-react';
import { CellMark } from '../parts/CellMark';
import styles from './rollout.module.css';
import { SoakCountdown } from './SoakCountdown';
import { CELL_OF, isOver, type Ring, type RingCluster } from './stateWords';

// More of them are counted; those that hold it up are always named.
const MOST_NAMED = 8;

/** What one ring does: how many of its clusters have it, how long it is watched still, and the clusters. */
export function RingDetail(props: { ring: Ring; rollout: Rollout }) {
  const { ring, rollout } = props;
  const { clusters, state, sentAt, soaksUntil } = ring;
  const have = clusters.filter(one => one.state === 'acknowledged').length;
  const isMany = clusters.length > MOST_NAMED;
  const isWatched = state === 'soaking' && rollout.state === 'running';
  return (
    <>
      <p className={styles.line}>
        {sentAt
          ? `${have} of ${countOf(
              clusters.length,
              'cluster has',
              'clusters have',
            )} it`
          : countOf(clusters.length, 'cluster', 'clusters')}
        {sentAt && !isOver(rollout) && (
          <>
            , sent <TimeAgo time={sentAt} />
          </>
        )}
      </p>
      {isWatched && soaksUntil && (
        <p className={styles.line}>
          <SoakCountdown until={soaksUntil} />
        </p>
      )}
      <ClusterItems
        clusters={isMany ? clusters.filter(isHoldingUp) : clusters}
      />
      {isMany && (
        <details className={styles.all}>
          <summary>Each cluster</summary>
          <ClusterItems clusters={clusters} />
        </details>
      )}
    </>
  );
}

function ClusterItems({ clusters }: { clusters: RingCluster[] }) {
  if (clusters.length === 0) return null;
  return (
    <ul className={styles.clusters}>
      {clusters.map(({ cluster, state, sentence }) => (
        <li key={cluster}>
          <span>{cluster}</span>
          {state !== 'waiting' && <CellMark state={CELL_OF[state]} />}
          {sentence && <span className={styles.sentence}>{sentence}</span>}
        </li>
      ))}
    </ul>
  );
}

function isHoldingUp({ state }: RingCluster): boolean {
  return state === 'refused' || state === 'silent';
}
