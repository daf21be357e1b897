import { growingWait, pause } from '@sphera/plugin-operations-common';
import type { Admin } from 'kafkajs';
import type { Running } from '../../bus/Bus';
import { startRunning } from '../../log/startRunning';
import type { Connect, KafkaClient } from '../client/KafkaClient';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import type { Health } from '../problems/Health';
import { problemOf } from '../problems/problemOf';
import { within } from '../within';
import { createTopic } from './createTopic';
import { lookAtTopic } from './lookAtTopic';
import { topicProblems } from './topicProblems';
import { commandFor, type WantedTopic } from './WantedTopic';

/** One look takes three requests to Kafka and topic. */
const EVERY_MS = 10_000;
const LIMIT_MS = 15_000;
/** Somebody waits for Kafka: it is tried often. */
const LONGEST_WAIT_MS = 4_000;

/** Looks at the topics until it is stopped, makes those that are missing, and tells how Kafka stands. */
export function watchTopics(
  options: Omit<KafkaBusOptions, 'topics'> & {
    connect: Connect;
    health: Health;
    around: AbortSignal;
    wanted: WantedTopic[];
    createTopics: boolean;
  },
): Running {
  const { clock, connect, health, settings } = options;
  let opened: { client: KafkaClient; admin: Admin } | undefined;
  let hurry = new AbortController();
  health.onDoubt(() => hurry.abort());
  health.onState(({ state }) => {
    if (state === 'away') hurry.abort();
  });

  async function openedAdmin(): Promise<Admin> {
    if (opened) return opened.admin;
    const client = connect({ isUrgent: true, onLost: health.doubt });
    const admin = client.kafka.admin();
    opened = { client, admin };
    await admin.connect();
    return admin;
  }

  async function problemsOf(wanted: WantedTopic): Promise<string[]> {
    const admin = await openedAdmin();
    const found = await lookAtTopic(admin, wanted.topic);
    if (found) return topicProblems(wanted, found);
    const [broker] = settings.brokers;
    if (!options.createTopics) {
      return [
        `Kafka has no topic ${wanted.topic}: make it with ${commandFor(
          wanted,
          broker,
        )}`,
      ];
    }
    await createTopic(admin, wanted, broker);
    options.logger.info(`Made the topic ${wanted.topic}`);
    return [];
  }

  function close() {
    opened?.client.cut();
    opened = undefined;
  }

  /** Whether Kafka answered. */
  async function look(): Promise<boolean> {
    const problems: string[] = [];
    for (const wanted of options.wanted) {
      try {
        problems.push(...(await within(LIMIT_MS, problemsOf(wanted), clock)));
      } catch (error) {
        close();
        const { topic } = wanted;
        const attempt = { operation: 'DescribeConfigs', topic } as const;
        const problem = problemOf(error, settings, attempt);
        if (problem.state === 'away') {
          health.ill('topics', problem);
          return false;
        }
        problems.push(problem.sentence);
      }
    }
    if (problems.length === 0) health.well('topics');
    else
      health.ill('topics', { state: 'wrong', sentence: problems.join('; ') });
    return true;
  }

  return startRunning(options.around, async signal => {
    for (let tries = 1; !signal.aborted; tries += 1) {
      const isThere = await look();
      if (isThere) tries = 0;
      hurry = new AbortController();
      const called = isThere ? AbortSignal.any([signal, hurry.signal]) : signal;
      const wait = isThere
        ? EVERY_MS
        : growingWait(tries, clock.random, LONGEST_WAIT_MS);
      await pause(wait, clock, called);
    }
    close();
  });
}
