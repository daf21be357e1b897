import { duration } from '@sphera/plugin-operations-node';
import { quoted } from '../words';
import { justEnded } from './crashes';
import type { Diagnosis, PodEvidence } from './Diagnosis';
import { notReady, readyAgain } from './readiness';
import { unscheduled } from './scheduling';
import { waiting } from './waiting';

// Five times the half minute that Kubernetes gives a pod by default.
const ENDING_MS = 150_000;

/** What a pod is doing and what is wrong with it, in the words of people on call. */
export function diagnose(evidence: PodEvidence): Diagnosis {
  const { pod } = evidence;
  if (pod.ending) return ending(evidence);
  if (pod.phase === 'Succeeded') return { state: 'completed' };
  if (pod.phase === 'Failed') return failed(evidence);
  if (!pod.node && pod.phase === 'Pending') return unscheduled(evidence);
  return worstContainer(evidence) ?? running(evidence);
}

function ending({ events, now }: PodEvidence): Diagnosis {
  const told = events.find(({ reason }) => reason === 'Killing');
  const failure = events.find(({ reason }) => reason === 'FailedKillPod');
  const since = told && now - told.lastAt;
  if (!failure && (since === undefined || since < ENDING_MS)) {
    return { state: 'ending' };
  }
  const long = since === undefined ? '' : ` for ${duration(since)}`;
  return {
    state: 'ending',
    sentence: `Does not end: told to${long}${quoted(failure?.message)}`,
  };
}

function failed({ pod }: PodEvidence): Diagnosis {
  const how = pod.reason === 'Evicted' ? 'Evicted' : 'Failed';
  const what =
    pod.reason === 'Evicted'
      ? 'its node took it off'
      : pod.reason ?? 'it ended and is not started again';
  return { state: 'failed', sentence: `${how}: ${what}${quoted(pod.message)}` };
}

function worstContainer(evidence: PodEvidence): Diagnosis | undefined {
  const found = evidence.pod.containers
    .filter(({ ready }) => !ready)
    .map((container): Diagnosis => {
      const one = { ...evidence, container };
      if (container.state === 'waiting') return waiting(one);
      if (container.state === 'terminated') return justEnded(one);
      return notReady(one);
    });
  return found.find(({ sentence }) => sentence) ?? found[0];
}

function running(evidence: PodEvidence): Diagnosis {
  if (!evidence.pod.ready) return { state: 'starting' };
  for (const container of evidence.pod.containers) {
    const sentence = readyAgain({ ...evidence, container });
    if (sentence) return { state: 'running', sentence };
  }
  return { state: 'running' };
}
