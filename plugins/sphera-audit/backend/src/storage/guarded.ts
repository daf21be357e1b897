import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';

// MySQL's and MariaDB's names, PostgreSQL's SQLSTATEs, SQLite's result codes.
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  '40001',
  '40P01',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);

/**
 * Does database work. What a driver throws ends here: its message carries the
 * statement and the values, so only kind and code go to the log.
 * @throws ServiceUnavailableError with a number that leads to the log.
 */
export async function guarded<T>(
  logger: LoggerService,
  doing: 'read' | 'written' | 'pruned' | 'opened',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceUnavailableError) throw error;
    const id = randomUUID();
    logger.error(
      `The audit log cannot be ${doing} (error ${id}): ${kindOf(error)}`,
    );
    throw new ServiceUnavailableError(
      `The audit log cannot be ${doing} right now. Ask the platform team about error ${id}`,
    );
  }
}

/** Whether the database undid a transaction only because another was in its way. */
export function isTransient(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && TRANSIENT.has(code);
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const parts = [error.name, code, errno];
  return parts
    .filter(part => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
