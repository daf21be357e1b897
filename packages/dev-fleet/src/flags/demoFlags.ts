import type { Clock } from '@sphera/plugin-operations-common';
import { demoClusters } from '../kubernetes/demo/clusters';
import { editOnce } from './editOnce';
import { FlagClusters } from './FlagClusters';

/** Often enough to see a cluster fall silent while one looks. */
const HEARTBEAT_EVERY_MS = 10_000;

/** The flags of the demo company: an agent in each of its clusters, and somebody in Virginia who edits files by hand. */
export async function startDemoFlags(
  clock: Clock,
  /** Nothing changes by itself. */
  isStill = false,
): Promise<{ neighbour: FlagClusters; stop(): Promise<void> }> {
  const neighbour = await FlagClusters.start(
    demoClusters.map(({ name }) => name),
    { clock, heartbeatEvery: HEARTBEAT_EVERY_MS },
  );
  const callOff = isStill
    ? () => {}
    : editOnce(neighbour.cluster('production-us')!, 'tracking.live-map', clock);
  return {
    neighbour,
    async stop() {
      callOff();
      await neighbour.stop();
    },
  };
}
