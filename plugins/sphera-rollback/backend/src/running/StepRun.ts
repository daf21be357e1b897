import type { HeldRollback } from './HeldRollback';
import type { RunnerParts } from './RunnerParts';

/** What became of a step, in words. */
export type StepResult =
  | { sentence: string }
  | { skipped: string }
  /** It did not work out, and the rollback goes on. */
  | { failed: string };

/**
 * Does one step. Each can be done again from its beginning, by any replica, whatever was done of it before.
 * @throws StepFailure, Cancelled, LetGo
 */
export type DoStep = (
  held: HeldRollback,
  parts: RunnerParts & {
    /** Runs while nobody else of this process changes that repository. */
    alone: <T>(repository: string, run: () => Promise<T>) => Promise<T>;
  },
  /** Whether this step may have been begun before, by a replica that is not at it any more. */
  isTakenUp: boolean,
) => Promise<StepResult>;

/** What steps work with. */
export type StepParts = Parameters<DoStep>[1];
