import { duration, times } from '@sphera/plugin-operations-node';
import { quoted } from '../words';
import type { ContainerEvidence, Diagnosis } from './Diagnosis';
import { exitWords, itsContainer, memoryLimit, ranOutOfMemory } from './exits';

// Most services answer their readiness probe well within this.
const STARTING_MS = 2 * 60_000;
const RECENT_MS = 60 * 60_000;

/** A container that runs, but is not ready for requests. */
export function notReady(evidence: ContainerEvidence): Diagnosis {
  const { pod, events, container, now } = evidence;
  const age = now - (container.lastExit?.at ?? pod.createdAt);
  const probe = events.find(({ reason }) => reason === 'Unhealthy');
  if (container.init || age < STARTING_MS) return { state: 'starting' };
  if (!probe) {
    const sentence = `Not ready: ${itsContainer(
      evidence,
    )} has run for ${duration(age)} without being ready`;
    return { state: 'not-ready', sentence };
  }
  const [, which = 'readiness', said] =
    /^(\w+) probe (?:failed|errored)[^:]*: ?(.*)$/is.exec(probe.message) ?? [];
  return {
    state: 'not-ready',
    sentence: `Not ready: ${itsContainer(
      evidence,
    )} fails its ${which.toLowerCase()} probe, ${times(
      probe.count,
    )} so far${quoted(said ?? probe.message)}`,
  };
}

/** A container that runs well now; how its previous run ended is worth a word for an hour. */
export function readyAgain(evidence: ContainerEvidence): string | undefined {
  const { container, now } = evidence;
  const { lastExit, restarts } = container;
  if (restarts === 0 || !lastExit?.at || now - lastExit.at > RECENT_MS) {
    return undefined;
  }
  const how = ranOutOfMemory(evidence)
    ? `was killed out of memory ${memoryLimit(evidence)}`
    : exitWords(lastExit.code);
  return `Restarted ${times(restarts)}, last ${duration(
    now - lastExit.at,
  )} ago: it ${how}`;
}
