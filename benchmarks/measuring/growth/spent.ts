import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Milliseconds of processor time that this process spent on something. */
export async function cpuMs(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Bytes on the heap that something still needs. */
export function heapBytes(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** The least of a few: what it costs where the garbage of everything else is not collected meanwhile. */
export async function leastOf(
  times: number,
  measure: () => Promise<number>,
): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    least = Math.min(least, await measure());
  }
  return least;
}
