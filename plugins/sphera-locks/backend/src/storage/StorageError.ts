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
    throw new StorageError(what, error);
  }
}
