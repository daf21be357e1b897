import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { gate, Lock } from '@sphera/plugin-locks-common';
import type {
  Operation,
  OutputOf,
  RequestOf,
  Target,
} from '@sphera/plugin-operations-common';
import { LockedError } from '../errors';
import { inputError } from './parseInput';

/** Asks the gate of sphera-locks. */
export type AskGate = (
  question: RequestOf<typeof gate>,
) => Promise<OutputOf<typeof gate>>;

/**
 * Lets an operation pass only where no lock holds its action back on any target.
 * @throws InputError where a target names no service to ask for; LockedError naming the locks; ServiceUnavailableError where the gate cannot be asked.
 */
export async function checkLocks(
  operation: Operation,
  targets: readonly Target[],
  askGate: AskGate,
): Promise<void> {
  const action = operation.stoppedBy;
  if (!action) return;
  const questions = new Map<string, RequestOf<typeof gate>>();
  for (const { service, environment } of targets) {
    if (!service) {
      const message = 'is missing: a lock can only be looked up for a service';
      throw inputError(operation, [{ field: 'service', message }]);
    }
    const question = { service, environment, action };
    questions.set(`${service} ${environment ?? ''}`, question);
  }
  const answers = await Promise.all([...questions.values()].map(askGate)).catch(
    () => {
      throw new ServiceUnavailableError(
        `"${operation.title}" was not carried out, because it cannot be told whether it is locked right now. Try again in a moment`,
      );
    },
  );
  const closed = answers.find(({ allowed }) => !allowed);
  if (!closed) return;
  const why = closed.locks.map(sentenceOf).join('; ') || closed.reason;
  throw new LockedError(`"${operation.title}" is held back: ${why}`, {
    locks: closed.locks as unknown as JsonObject[],
  });
}

function sentenceOf(lock: Lock): string {
  const until = lock.expiresAt ?? 'somebody unlocks';
  return `locked by ${lock.placedBy} until ${until}: ${lock.reason}`;
}
