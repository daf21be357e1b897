import type { Clock } from '@sphera/plugin-operations-common';

/** What the daemon has of the machine that it runs on. */
export interface Machine {
  env: NodeJS.ProcessEnv;
  clock: Clock;
  newId(): string;
  write(text: string): void;
  writeError(text: string): void;
  /** Resolved once the process was told to end. */
  ending: Promise<void>;
}
