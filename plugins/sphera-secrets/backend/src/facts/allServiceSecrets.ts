import {
  allPages,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import {
  listServiceSecrets,
  type ServiceSecrets,
} from '@sphera/plugin-secrets-common';

const PAGE = 200;

/** Every service that has secrets, in sum. */
export const allServiceSecrets = (
  operations: Pick<OperationsService, 'ask'>,
): Promise<ServiceSecrets[]> =>
  allPages(cursor =>
    operations.ask(listServiceSecrets, { limit: PAGE, cursor }),
  );
