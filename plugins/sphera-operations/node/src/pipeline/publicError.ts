import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { PublicError } from '../errors';

const STOCK = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'NotModifiedError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/**
 * The error that a caller may see. Errors that were thrown for people pass;
 * anything else (a database driver's error carries statement and values) becomes
 * one without content, whose number leads to the log.
 */
export function publicError(error: unknown, logger: LoggerService): Error {
  if (isForCallers(error)) {
    // A cause would be printed with its own message by the error body.
    delete (error as { cause?: unknown }).cause;
    return error;
  }
  const id = randomUUID();
  logger.error(`Unexpected error ${id}: ${withoutValues(error)}`);
  return Object.assign(
    new Error(
      `Something went wrong inside sphera, which is not your fault. Ask the platform team about error ${id}`,
    ),
    { details: { id } },
  );
}

function isForCallers(error: unknown): error is Error {
  return (
    error instanceof PublicError ||
    (error instanceof Error && STOCK.has(error.name))
  );
}

/** Kind and place of an error, without its message: that may hold values. */
export function withoutValues(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 12);
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return [kind, ...frames].join('\n');
}
