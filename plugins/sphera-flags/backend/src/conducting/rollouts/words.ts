import { counted, duration, listed } from '@sphera/plugin-operations-node';
import type { KeptRollout } from '../../storage/Kept';
import type { RingStanding } from './ringStanding';

type Ring = KeptRollout['rings'][number];

/** Of more clusters, only how many there are. */
const MOST_NAMED = 3;
const MOST_REASON = 300;

/** While a ring is on its way. */
export const sentWords = ({ name, clusters }: Ring): string =>
  `Ring ${name} is on its way to ${counted(clusters.length, 'cluster')}`;

/** Once a ring is acknowledged. */
export function soakWords(
  { rings, soakMs }: KeptRollout,
  index: number,
): string {
  const { name } = rings[index];
  if (index === rings.length - 1) return `Ring ${name} is acknowledged`;
  const next = rings[index + 1].name;
  const soak = soakMs > 0 ? `${duration(soakMs)} later` : 'now';
  return `Ring ${name} is acknowledged; ring ${next} follows ${soak}`;
}

/** At the end. */
export function finishWords({ rings }: KeptRollout): string {
  const clusters = rings.reduce((sum, ring) => sum + ring.clusters.length, 0);
  return `Rolled out to ${counted(clusters, 'cluster')}, ring by ring`;
}

/** Where it stops by itself. */
export function stopWords(
  { rings }: KeptRollout,
  index: number,
  { refused, waiting }: RingStanding,
  waitedMs: number,
): string {
  const { name } = rings[index];
  if (refused.length > 0) {
    const who = clusterWords(refused.map(({ cluster }) => cluster));
    const { reason = 'it gave no reason' } = refused[0];
    const why = reason.slice(0, MOST_REASON);
    return `Stopped at ring ${name}: ${who} refused it: ${why}`;
  }
  const who = clusterWords(waiting.map(({ cluster }) => cluster));
  const what = waiting.every(({ isQueued }) => isQueued)
    ? `what was sent to ${who} still waits for Kafka`
    : `${who} did not acknowledge`;
  return `Stopped at ring ${name}: ${what} after ${duration(waitedMs)}`;
}

function clusterWords(clusters: string[]): string {
  if (clusters.length <= MOST_NAMED) return listed(clusters);
  const named = clusters.slice(0, MOST_NAMED - 1);
  return listed([...named, `${clusters.length - named.length} more clusters`]);
}
