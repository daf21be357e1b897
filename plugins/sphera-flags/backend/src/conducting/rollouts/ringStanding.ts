import { isQueued } from '../../reading/cells/isQueued';
import type { KeptCell, KeptRollout } from '../../storage/Kept';

type Ring = KeptRollout['rings'][number];

/** How the clusters of a ring that was sent stand to what they were sent. */
export interface RingStanding {
  refused: Array<{ cluster: string; reason?: string }>;
  /** Not answered yet. */
  waiting: Array<{ cluster: string; isQueued: boolean }>;
  /** When the latest of those that acknowledged did, in milliseconds. */
  answeredAt?: number;
}

/**
 * Tells how a ring stands. A newer wish than the roll-out's, say one that mended drift, is as good.
 * @param queuedSince - when the oldest wish was written that waits for Kafka; absent: none waits
 */
export function ringStanding(
  ring: Ring,
  cells: KeptCell[],
  queuedSince?: number,
): RingStanding {
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  const standing: RingStanding = { refused: [], waiting: [] };
  for (const { cluster, revision } of ring.clusters) {
    const cell = byCluster.get(cluster);
    const isSent =
      revision !== undefined && (cell?.wanted?.revision ?? 0) >= revision;
    const answer = isSent ? cell?.answer : undefined;
    if (answer?.outcome === 'refused') {
      standing.refused.push({ cluster, reason: answer.reason });
    } else if (answer) {
      standing.answeredAt = Math.max(standing.answeredAt ?? 0, answer.at);
    } else {
      const { wanted } = cell ?? {};
      standing.waiting.push({
        cluster,
        isQueued: wanted !== undefined && isQueued(wanted, queuedSince),
      });
    }
  }
  return standing;
}
