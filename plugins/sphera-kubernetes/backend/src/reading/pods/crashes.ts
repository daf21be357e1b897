import { times } from '@sphera/plugin-operations-node';
import type { ContainerEvidence, Diagnosis } from './Diagnosis';
import { exitWords, itsContainer, memoryLimit, ranOutOfMemory } from './exits';

const BACK_OFF = /back-off (?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)? restarting/i;

/** A container that ends again and again. */
export function crashing(evidence: ContainerEvidence): Diagnosis {
  const { container } = evidence;
  const often = times(container.restarts);
  const retryAt = nextTry(evidence);
  if (ranOutOfMemory(evidence)) {
    return {
      state: 'out-of-memory',
      sentence: `Out of memory: ${itsContainer(
        evidence,
      )} was killed ${memoryLimit(evidence)}, ${often}`,
      retryAt,
    };
  }
  const { lastExit } = container;
  const how = lastExit ? exitWords(lastExit.code) : 'ended';
  return {
    state: 'crash-looping',
    sentence: `Crash-looping: ${itsContainer(evidence)} ${how}, ${often}${probe(
      evidence,
    )}`,
    retryAt,
  };
}

/** A container that has just ended and is about to be started again. */
export function justEnded(evidence: ContainerEvidence): Diagnosis {
  const { container } = evidence;
  if (container.reason === 'Completed') return { state: 'not-ready' };
  return crashing({
    ...evidence,
    container: { ...container, restarts: container.restarts + 1 },
  });
}

// The kubelet says why it killed a container that would have gone on.
function probe({ events, container }: ContainerEvidence): string {
  const killed = events.find(
    ({ reason, message }) =>
      reason === 'Killing' &&
      message.includes(container.name) &&
      message.includes('failed liveness probe'),
  );
  return killed ? ', since its liveness probe failed' : '';
}

function nextTry({ container }: ContainerEvidence): number | undefined {
  const wait = BACK_OFF.exec(container.message ?? '');
  const ended = container.lastExit?.at;
  if (!wait || ended === undefined) return undefined;
  const [hours, minutes, seconds] = wait
    .slice(1)
    .map(number => Number(number ?? 0));
  return ended + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
