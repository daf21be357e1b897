import type { Clock } from '@sphera/plugin-operations-common';

/** A function to call as often as one likes: it passes calls on at once after a quiet time, else together once it is over. */
export function atMostEvery(
  milliseconds: number,
  call: () => void,
  clock: Clock,
): () => void {
  let last = -Infinity;
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    clock.after(Math.max(0, last + milliseconds - clock.now()), () => {
      isDue = false;
      last = clock.now();
      call();
    });
  };
}
