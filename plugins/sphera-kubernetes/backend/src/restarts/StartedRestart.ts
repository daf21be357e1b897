import type { Restart } from '@sphera/plugin-kubernetes-common';
import type { Target } from '@sphera/plugin-operations-common';
import type { ObjectPlace } from '../reading/find';
import { toMoment } from '../reading/place';

/** How a restart stands, or how it ended. */
export type RestartStanding = Pick<Restart, 'state' | 'pods' | 'sentence'>;

/** A restart as it is kept: who pressed the button, and how it ended. Moments in milliseconds since 1970. */
export interface StartedRestart extends ObjectPlace, Required<Target> {
  id: string;
  startedBy: string;
  /** Also what the pod template is stamped with, to the second. */
  startedAt: number;
  reason: string;
  /** The newest revision before it; absent where none was known. */
  revisionBefore?: number;
  /** Generation of the deployment that it made; absent until the cluster has answered. */
  generation?: number;
  ended?: RestartStanding & { at: number };
}

/** A restart as answers have it. */
export function toRestart(
  restart: StartedRestart,
  standing: RestartStanding,
): Restart {
  const { id, cluster, namespace, name, startedBy, reason, ended } = restart;
  const { state, pods, sentence } = ended ?? standing;
  return {
    id,
    cluster,
    namespace,
    name,
    startedBy,
    startedAt: toMoment(restart.startedAt),
    reason,
    state,
    pods,
    sentence,
    ...(ended && { endedAt: toMoment(ended.at) }),
  };
}
