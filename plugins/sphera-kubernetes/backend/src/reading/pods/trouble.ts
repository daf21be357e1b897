import type { PodState } from '@sphera/plugin-kubernetes-common';
import type {
  DeploymentRecord,
  EventRecord,
  PodRecord,
} from '../../fleet/records';
import { counted } from '@sphera/plugin-operations-node';
import { aboutPod } from './aboutPod';
import type { Diagnosis } from './Diagnosis';
import { diagnose } from './diagnose';

// The worst first. Pods that failed as a whole lie around after others took their place, so they are not here.
const TROUBLES: PodState[] = [
  'crash-looping',
  'out-of-memory',
  'image-missing',
  'misconfigured',
  'pending',
  'not-ready',
  'ending',
];
// What a pod does not get over by itself within moments.
const CANNOT_START: PodState[] = [
  'crash-looping',
  'out-of-memory',
  'image-missing',
  'misconfigured',
];

/** What the pods of a deployment suffer from. */
export interface PodTrouble {
  /** The worst, in words. */
  trouble?: string;
  /** What keeps the pods of the newest revision from starting, in words. */
  cannotStart?: string;
}

/** What the pods of a deployment suffer from. `newest` is the uid of its newest revision. */
export function troubleOf(
  deployment: DeploymentRecord,
  facts: {
    pods: readonly PodRecord[];
    events: readonly EventRecord[];
    newest?: string;
    now: number;
  },
): PodTrouble {
  const { events, newest, now } = facts;
  const suffering = facts.pods
    .filter(pod => !pod.ready || pod.ending)
    .map(pod => ({
      pod,
      found: diagnose({
        pod,
        events: aboutPod(events, pod),
        containers: deployment.containers,
        now,
      }),
    }))
    .filter(({ found }) => found.sentence !== undefined);
  return {
    trouble: worst(
      suffering.map(({ found }) => found),
      TROUBLES,
    ),
    cannotStart: worst(
      suffering
        .filter(({ pod }) => pod.owner === newest)
        .map(({ found }) => found),
      CANNOT_START,
    ),
  };
}

function worst(found: Diagnosis[], states: PodState[]): string | undefined {
  for (const state of states) {
    const same = found.filter(one => one.state === state);
    if (same.length === 1) return same[0].sentence;
    if (same.length > 1) {
      return `${same[0].sentence} (${counted(same.length, 'pod')})`;
    }
  }
  return undefined;
}
