/** Where the time comes from: the machine's in the demo, a hand's in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/**
 * The machine's clock. `speed` shortens what is waited for (10: a pod that needs
 * five seconds to start needs half a second); moments stay those of the machine.
 */
export function machineClock(speed = 1): Clock {
  return {
    now: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds / speed);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A moment as Kubernetes writes it: in seconds, `2026-11-24T18:00:00Z`. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
