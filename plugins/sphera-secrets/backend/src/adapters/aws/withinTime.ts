import { TooLate } from './TooLate';

/**
 * Ends what takes too long. The SDK's own timeouts leave out getting credentials, and
 * the pauses between attempts.
 *
 * @param milliseconds - for all of it
 * @throws TooLate; the reason of `signal` where that ended it
 */
export async function withinTime<T>(
  milliseconds: number,
  {
    act,
    wasThrottled,
    signal,
  }: {
    act: (signal: AbortSignal) => Promise<T>;
    wasThrottled: () => boolean;
    signal?: AbortSignal;
  },
): Promise<T> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, milliseconds);
  signal?.addEventListener('abort', end, { once: true });
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () =>
      reject(
        signal?.aborted
          ? signal.reason
          : new TooLate(milliseconds, wasThrottled()),
      ),
    );
  });
  try {
    return await Promise.race([act(ending.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}
