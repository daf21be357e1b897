import { growingWait } from '@sphera/plugin-operations-node';
import { LetGo } from '../endings';
import type { HeldRollback } from '../HeldRollback';
import type { StepParts } from '../StepRun';

const TRIES = 5;

/** Does what the rollback can do without, a few times over if need be; in the end, the problem in words. @throws LetGo */
export async function trying<T>(
  held: HeldRollback,
  { clock, logger }: StepParts,
  attempt: () => Promise<T>,
  most = TRIES,
): Promise<{ value: T } | { problem: string }> {
  for (let tries = 1; ; tries++) {
    try {
      return { value: await attempt() };
    } catch (error) {
      if (error instanceof LetGo) throw error;
      const problem = sentenceOf(error);
      logger.warn(`Rollback ${held.kept.id}: ${problem}`);
      if (tries === most) return { problem };
      await held.wait(growingWait(tries, clock.random));
    }
  }
}

function sentenceOf(error: unknown): string {
  // What another plugin answered carries its own sentence.
  const { body, message } = error as {
    body?: { error?: { message?: string } };
    message?: string;
  };
  return body?.error?.message ?? message ?? 'it does not work';
}
