import {
  type ClusterView,
  listClusters,
} from '@sphera/plugin-kubernetes-common';
import { pause } from '@sphera/plugin-operations-common';
import {
  type Clock,
  counted,
  type OperationsService,
} from '@sphera/plugin-operations-node';

// A source has half a minute to look.
const LONGEST_MS = 20_000;
const LOOK_EVERY_MS = 250;

/** How well some clusters are seen. After a start it waits a while for those that are being read for the first time. */
export async function clustersInSight(
  names: readonly string[],
  {
    operations,
    clock,
    signal,
  }: {
    operations: Pick<OperationsService, 'ask'>;
    clock: Clock;
    signal: AbortSignal;
  },
): Promise<ClusterView[]> {
  const end = clock.now() + LONGEST_MS;
  for (;;) {
    const { items } = await operations.ask(listClusters, {});
    const found = items.filter(({ cluster }) => names.includes(cluster));
    const isEnough = signal.aborted || clock.now() >= end;
    if (isEnough || !found.some(isBeingRead)) return found;
    await pause(LOOK_EVERY_MS, clock, signal);
  }
}

/** Why one cannot say what runs in clusters; nothing where all of them are seen. */
export function whyNotSeen(
  clusters: readonly ClusterView[],
): string | undefined {
  const [first, ...others] = clusters.filter(({ state }) => state !== 'live');
  if (!first) return undefined;
  const { cluster, problem = 'the portal has just begun to look' } = first;
  const more =
    others.length > 0 ? ` nor in ${counted(others.length, 'other')}` : '';
  return `What runs in ${cluster}${more} is not known now: ${problem}`;
}

function isBeingRead({ state, problem }: ClusterView): boolean {
  return state === 'connecting' && problem === undefined;
}
