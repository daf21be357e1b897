import type { OperationsService } from '@sphera/plugin-operations-node';
import {
  listServiceSecrets,
  type ServiceSecrets,
} from '@sphera/plugin-secrets-common';

const PAGE = 200;

/** Every service that has secrets, in sum. */
export async function allServiceSecrets(
  operations: Pick<OperationsService, 'ask'>,
): Promise<ServiceSecrets[]> {
  const rows: ServiceSecrets[] = [];
  let cursor: string | undefined;
  do {
    const page = await operations.ask(listServiceSecrets, {
      limit: PAGE,
      cursor,
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
