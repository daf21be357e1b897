import { setTimeout as sleep } from 'node:timers/promises';

/** AWS says that a list may lag behind by minutes. */
const LIMIT = 300_000;

/** Repeats what may fail for a while, until it does not. */
export async function eventually<T>(act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + LIMIT;
  for (let pause = 50; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(pause);
    }
  }
}
