/** Time and chance, given from outside so that tests can hold them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, call: () => void): () => void;
  /** From 0 up to but not 1. */
  random(): number;
}

/** The clock of the machine; what waits on it does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
