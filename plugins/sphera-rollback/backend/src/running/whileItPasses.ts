import type { StepName } from '@sphera/plugin-rollback-common';
import { type Clock, growingWait } from '@sphera/plugin-operations-node';
import { RepositoryError } from '@sphera/plugin-git-node';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { StepFailure } from './endings';
import type { HeldRollback } from './HeldRollback';

/** Whether trying again later can help. */
export const isPassing = (error: unknown): error is Error =>
  error instanceof RepositoryError ||
  (error instanceof NeighbourError && error.isPassing);

/**
 * Does something again, with growing waits, while it fails with what passes by itself.
 * @param limit - how long, in milliseconds since the step began
 * @throws StepFailure where it is over, LetGo, Cancelled
 */
export async function whileItPasses<T>(
  held: HeldRollback,
  { step: name, limit, clock }: { step: StepName; limit: number; clock: Clock },
  attempt: () => Promise<T>,
): Promise<T> {
  const step = held.step(name);
  const end = Date.parse(step.startedAt!) + limit;
  for (let tries = 1; ; tries++) {
    await held.stopWhereAsked();
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const { message } = error;
      if (clock.now() >= end) {
        throw new StepFailure(
          message,
          'See whether the change is in the repository. If it is not, start the rollback again once that answers, or change the files by hand',
        );
      }
      if (step.sentence !== message) {
        step.sentence = message;
        held.kept.sentence = `${message}. It is tried again`;
        await held.record(`a trouble of ${name}`);
      }
      await held.wait(growingWait(tries, clock.random));
    }
  }
}
