import type { Clock } from '@sphera/plugin-operations-common';

/** What comes of some work, unless it takes longer. @throws Error then; the work goes on, and its end is nobody's */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  clock: Pick<Clock, 'after'>,
): Promise<T> {
  let callOff = () => {};
  const late = new Promise<never>((_, reject) => {
    callOff = clock.after(milliseconds, () =>
      reject(new Error(`no answer within ${milliseconds / 1_000} seconds`)),
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    callOff();
  }
}
