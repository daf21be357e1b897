import type { Clock } from './Clock';

/** Waits so many milliseconds, or until it is called off. */
export function pause(
  milliseconds: number,
  clock: Pick<Clock, 'after'>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    let notLater = () => {};
    const end = () => {
      notLater();
      signal.removeEventListener('abort', end);
      resolve();
    };
    notLater = clock.after(milliseconds, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
