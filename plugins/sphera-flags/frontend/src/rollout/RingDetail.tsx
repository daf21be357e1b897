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
  const { state, sentAt, soaksUntil } = ring;
  // Once it is over, clusters stand as later changes left them: that is not told here.
  const clusters = isOver(rollout)
    ? ring.clusters.map(
        ({ cluster }): RingCluster => ({ cluster, state: 'waiting' }),
      )
    : ring.clusters;
  const isMany = clusters.length > MOST_NAMED;
  const isWatched = state === 'soaking' && rollout.state === 'running';
  return (
    <>
      <p className={styles.line}>
        {reachInWords(ring, rollout)}
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

/** How many clusters of a ring have it, or got it. */
function reachInWords({ clusters, sentAt }: Ring, rollout: Rollout): string {
  const count = countOf(clusters.length, 'cluster', 'clusters');
  if (!sentAt || rollout.state === 'aborted') return count;
  if (isOver(rollout)) return `${count} got it`;
  const have = clusters.filter(one => one.state === 'acknowledged').length;
  return `${have} of ${count} ${clusters.length === 1 ? 'has' : 'have'} it`;
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
