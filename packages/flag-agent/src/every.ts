import type { Running } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';

/** Calls again and again, first after one interval in milliseconds. */
export function every(
  interval: number,
  clock: Clock,
  call: () => void,
): Running {
  let callOff = () => {};
  const wait = () => {
    callOff = clock.after(interval, () => {
      wait();
      call();
    });
  };
  wait();
  return { stop: async () => callOff() };
}
