import type { Clock } from '@sphera/plugin-operations-node';

/** Something did not answer in the time that it had. */
export class TooLate extends Error {
  override name = 'TooLate';
  constructor(milliseconds: number) {
    super(`It did not answer within ${milliseconds / 1_000} seconds`);
  }
}

/** An answer, or `TooLate`; what comes after that is dropped. */
export async function withinTime<T>(
  milliseconds: number,
  answer: Promise<T>,
  clock: Clock,
): Promise<T> {
  let callOff = () => {};
  const late = new Promise<never>((_, reject) => {
    callOff = clock.after(milliseconds, () =>
      reject(new TooLate(milliseconds)),
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    callOff();
  }
}
