import { ResponseError } from '@backstage/errors';
import type {
  Operation,
  OutputOf,
  RequestOf,
} from '@sphera/plugin-operations-common';
import { AskedError } from '../errors';
import type { ActingParts } from './ActingParts';
import type { StepCall } from './runStep';

/**
 * Asks another capability in the caller's name.
 * @throws AskedError with its sentence
 */
export async function askInNameOf<T extends Operation>(
  { credentials }: Pick<StepCall, 'credentials'>,
  { operations }: Pick<ActingParts, 'operations'>,
  operation: T,
  input: RequestOf<T>,
): Promise<OutputOf<T>> {
  return inItsWords(operations.ask(operation, input, { credentials }));
}

/**
 * Asks another capability in the portal's own name.
 * @throws AskedError with its sentence
 */
export async function askItself<T extends Operation>(
  { operations }: Pick<ActingParts, 'operations'>,
  operation: T,
  input: RequestOf<T>,
): Promise<OutputOf<T>> {
  return inItsWords(operations.ask(operation, input));
}

async function inItsWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const { message } = error.body.error;
    throw new AskedError(message, error.statusCode);
  }
}
