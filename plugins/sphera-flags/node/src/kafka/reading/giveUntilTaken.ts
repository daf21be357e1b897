import { growingWait, pause } from '@sphera/plugin-operations-common';
import type { KafkaBusOptions } from '../KafkaBusOptions';

/** A group takes a member for dead that is not heard for seven seconds. */
const HEARTBEAT_MS = 2_000;

/** Does something, and lets the group hear from us meanwhile. */
async function beating<T>(
  heartbeat: () => Promise<void>,
  { clock }: Pick<KafkaBusOptions, 'clock'>,
  work: () => Promise<T>,
): Promise<T> {
  let callOff = () => {};
  const next = () => {
    callOff = clock.after(HEARTBEAT_MS, () => {
      // What is wrong with the group is found out after the work.
      heartbeat().catch(() => {});
      next();
    });
  };
  next();
  try {
    return await work();
  } finally {
    callOff();
  }
}

/**
 * Gives a batch until it is taken, after growing waits; `false`: it was called off before.
 *
 * @throws what the heartbeat throws where the partition may be another member's by now
 */
export async function giveUntilTaken(
  take: () => Promise<void>,
  heartbeat: () => Promise<void>,
  signal: AbortSignal,
  options: Pick<KafkaBusOptions, 'clock' | 'logger'>,
): Promise<boolean> {
  const { clock, logger } = options;
  for (let tries = 1; !signal.aborted; tries += 1) {
    const isTaken = await beating(heartbeat, options, async () => {
      try {
        await take();
        return true;
      } catch (error) {
        logger.warn(
          `A batch from Kafka could not be taken, and is given again: ${
            (error as Error).name
          }`,
        );
        await pause(growingWait(tries, clock.random), clock, signal);
        return false;
      }
    });
    if (isTaken) return true;
    await heartbeat();
  }
  return false;
}
