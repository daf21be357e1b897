/**
 * An error in a line. Of a database driver's error only the kind and code: its
 * message carries the statement with its values.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown error';
  if (!isDriverError(error)) return `${error.name}: ${error.message}`;
  const { code } = error as { code?: unknown };
  return `Database error${typeof code === 'string' ? ` ${code}` : ''}`;
}

// What mysql2, better-sqlite3 and pg put on their errors; knex leaves it there.
function isDriverError(error: Error): boolean {
  return (
    'sql' in error ||
    'sqlMessage' in error ||
    'sqlState' in error ||
    error.name === 'SqliteError' ||
    error.name === 'DatabaseError' ||
    String((error as { code?: unknown }).code).startsWith('SQLITE_')
  );
}
