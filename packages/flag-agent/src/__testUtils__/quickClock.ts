import type { Clock } from '@sphera/plugin-operations-common';

/** A clock on which an hour passes in little more than a minute. */
export function quickClock(speed = 50): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds / speed);
      timer.unref();
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}
