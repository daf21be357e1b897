import { detailsOf } from '@sphera/plugin-operations-react';

/** The id of the rollback that another one has to wait for; undefined where the error is about something else. */
export function rollbackInTheWay(error: Error): string | undefined {
  const { rollback } = detailsOf(error);
  return typeof rollback === 'string' ? rollback : undefined;
}
