/**
 * The database did not do what was asked. Carries the driver's code
 * (`ER_LOCK_DEADLOCK`, `SQLITE_BUSY`), never its message: that holds the statement with its values.
 */
export class StorageError extends Error {
  name = 'StorageError' as const;
  readonly code?: string;
  constructor(what: string, driverError: unknown) {
    const code = (driverError as { code?: unknown } | undefined)?.code;
    const known = typeof code === 'string' ? ` (${code})` : '';
    super(`The database could not ${what}${known}`);
    if (typeof code === 'string') this.code = code;
  }
}

/** How SQLite, MySQL and PostgreSQL say that there is such a row, or that two were in each other's way. */
const SOMEBODY_DID = [
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'ER_DUP_ENTRY',
  'ER_LOCK_DEADLOCK',
  '23505',
  '40P01',
];

/**
 * Runs statements; here driver errors end.
 * @param what - what is done, as the end of "The database could not …"
 * @throws StorageError
 */
export async function inStorage<T>(
  what: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError(what, error);
  }
}

/** Like {@link inStorage}, for what only one may do: `false` where somebody was faster. */
export async function ifNobodyDid(
  what: string,
  run: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await inStorage(what, run);
    return true;
  } catch (error) {
    if (SOMEBODY_DID.includes((error as StorageError).code ?? '')) return false;
    throw error;
  }
}
