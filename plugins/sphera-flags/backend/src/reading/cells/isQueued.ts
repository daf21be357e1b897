import type { KeptCell } from '../../storage/Kept';

/**
 * Whether a wish waits for Kafka. Wishes are sent in the order in which they were written, so it does where none that was
 * written before is sent.
 * @param queuedSince - when the oldest that waits was written; absent: none waits
 */
export const isQueued = (
  { at }: Pick<NonNullable<KeptCell['wanted']>, 'at'>,
  queuedSince: number | undefined,
): boolean => queuedSince !== undefined && at >= queuedSince;
