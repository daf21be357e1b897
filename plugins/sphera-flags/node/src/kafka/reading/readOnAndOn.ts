import { growingWait, pause } from '@sphera/plugin-operations-common';
import type { Running } from '../../bus/Bus';
import { startRunning } from '../../log/startRunning';
import type { Connect } from '../client/KafkaClient';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import type { Health } from '../problems/Health';
import { problemOf } from '../problems/problemOf';
import type { Manner } from './Manner';
import { ReadingRun } from './ReadingRun';

const LONGEST_WAIT_MS = 30_000;

/** Reads until it is stopped: whenever a consumer breaks down another one begins, after growing waits. */
export function readOnAndOn(
  options: KafkaBusOptions & {
    connect: Connect;
    health: Health;
    /** Stops it, too. */
    around: AbortSignal;
    /** How the groups are called, for an ACL; ends in `*` where each run has its own. */
    groups: string;
    newManner(): Manner;
  },
): Running {
  const { clock, connect, health, settings } = options;
  let wake = new AbortController();
  health.onState(({ state }) => {
    if (state === 'connected') wake.abort();
  });

  return startRunning(options.around, async signal => {
    for (let tries = 1; !signal.aborted; tries += 1) {
      const manner = options.newManner();
      const client = connect({ isUrgent: false, onLost: health.doubt });
      const run = new ReadingRun(client, manner, options, signal);
      try {
        await run.run(() => {
          tries = 0;
          health.well('reading');
        });
      } catch (error) {
        if (signal.aborted) return;
        health.ill(
          'reading',
          problemOf(error, settings, {
            operation: 'Read',
            topic: manner.topic,
            group: options.groups,
          }),
        );
        wake = new AbortController();
        const wait = growingWait(tries || 1, clock.random, LONGEST_WAIT_MS);
        await pause(wait, clock, AbortSignal.any([signal, wake.signal]));
      }
    }
  });
}
