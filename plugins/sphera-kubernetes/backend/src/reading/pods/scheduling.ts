import { listed } from '@sphera/plugin-operations-node';
import { quoted } from '../words';
import type { Diagnosis, PodEvidence } from './Diagnosis';

const LACKS: Array<[RegExp, string]> = [
  [/insufficient cpu/i, 'enough cpu'],
  [/insufficient memory/i, 'enough memory'],
  [/too many pods/i, 'room for another pod'],
  [/untolerated taint/i, 'only taints that it tolerates'],
  [/didn't match .*(affinity|selector)/i, 'the labels that it asks for'],
  [/topology spread/i, 'a place in its topology spread'],
  [
    /volume node affinity|no available persistent volumes/i,
    'its volume within reach',
  ],
];

/** A pod that no node has taken yet. */
export function unscheduled({ pod, events }: PodEvidence): Diagnosis {
  const failed = events.find(({ reason }) => reason === 'FailedScheduling');
  const message = pod.message ?? failed?.message;
  if (!message) return { state: 'starting' };
  const lacks = LACKS.filter(([pattern]) => pattern.test(message)).map(
    ([, what]) => what,
  );
  const what = lacks.length
    ? `no node has ${listed(lacks)}`
    : 'no node has taken it';
  return { state: 'pending', sentence: `Pending: ${what}${quoted(message)}` };
}
