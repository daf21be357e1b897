import { PORTION_BYTES } from '../sending/portionsOf';
import type { WantedTopic } from './WantedTopic';

/** A topic as Kafka has it. */
export interface FoundTopic {
  /** How many copies of each partition are in sync. */
  inSync: number[];
  /** By their names, the defaults of the brokers included. */
  settings: Record<string, string>;
}

/** What is not as it has to be, in a sentence each. */
export function topicProblems(
  wanted: WantedTopic,
  { inSync, settings }: FoundTopic,
): string[] {
  const { topic, partitions } = wanted;
  return [
    inSync.length !== partitions &&
      `The topic ${topic} has ${inSync.length} partitions, and partitions says ${partitions}: set it to ${inSync.length}, or make the topic anew; adding some would move clusters away from what was sent to them`,
    cleanupProblem(wanted, settings['cleanup.policy']),
    copiesProblem(topic, inSync, Number(settings['min.insync.replicas'] ?? 1)),
    Number(settings['max.message.bytes'] ?? PORTION_BYTES) < PORTION_BYTES &&
      `The topic ${topic} takes messages of at most ${settings['max.message.bytes']} bytes: set its max.message.bytes to ${PORTION_BYTES} or more`,
  ].filter(problem => problem !== false);
}

function cleanupProblem(
  { topic, cleanup }: WantedTopic,
  found: string | undefined,
): string | false {
  if (found === undefined || found === cleanup) return false;
  const why =
    cleanup === 'compact'
      ? 'else a cluster that is made anew does not learn what is wished'
      : 'else all but the last report of each cluster is lost';
  return `The topic ${topic} has cleanup.policy ${found}: set it to ${cleanup}, ${why}`;
}

function copiesProblem(
  topic: string,
  inSync: number[],
  least: number,
): string | false {
  const fewest = Math.min(...inSync);
  if (inSync.length === 0 || fewest >= least) return false;
  return `The topic ${topic} has only ${fewest} of the ${least} copies in sync that its min.insync.replicas asks for, so Kafka takes nothing for it: too many brokers are down`;
}
