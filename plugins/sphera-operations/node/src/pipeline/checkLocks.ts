import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { gate, Lock } from '@sphera/plugin-locks-common';
import type {
  LockableAction,
  Operation,
  OutputOf,
  Target,
} from '@sphera/plugin-operations-common';
import { LockedError } from '../errors';

/** Asks the gate of sphera-locks about a target. */
export type AskGate = (
  target: Target,
  action: LockableAction,
) => Promise<OutputOf<typeof gate>>;

/**
 * Lets an operation pass only where no lock holds its action back.
 * @throws LockedError naming the locks; ServiceUnavailableError where the gate cannot be asked.
 */
export async function checkLocks(
  operation: Operation,
  target: Target,
  askGate: AskGate,
): Promise<void> {
  const action = operation.stoppedBy;
  if (!action) return;
  const answer = await askGate(target, action).catch(() => {
    throw new ServiceUnavailableError(
      `"${operation.title}" was not carried out, because it cannot be told whether it is locked right now. Try again in a moment`,
    );
  });
  if (answer.allowed) return;
  const why = answer.locks.map(sentenceOf).join('; ') || answer.reason;
  throw new LockedError(`"${operation.title}" is held back: ${why}`, {
    locks: answer.locks as unknown as JsonObject[],
  });
}

function sentenceOf(lock: Lock): string {
  const until = lock.expiresAt ?? 'somebody unlocks';
  return `locked by ${lock.placedBy} until ${until}: ${lock.reason}`;
}
