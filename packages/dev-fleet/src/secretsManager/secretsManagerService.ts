import { AwsError } from '../aws/AwsError';
import { faultError } from '../aws/faultError';
import type { AwsFaults } from '../aws/faults';
import type { JsonService } from '../aws/JsonApi';
import type { Clock } from '../kubernetes/clock';
import { operations } from './operations/operations';
import type { SecretStore } from './store/SecretStore';

const names = {
  prefix: 'secretsmanager',
  brokenAs: 'InternalServiceError',
} as const;

/** Secrets Manager, on the secrets of each account and region. */
export function secretsManagerService({
  clock,
  faults,
  storeOf,
}: {
  clock: Pick<Clock, 'now'>;
  faults: AwsFaults;
  storeOf(account: string, region: string): SecretStore;
}): JsonService {
  return {
    ...names,
    sentenceAs: 'Message',
    answer({ caller, region, api, fields }) {
      const operation = operations.get(api);
      if (!operation) throw new AwsError('UnknownOperationException', '');
      return operation({
        store: storeOf(caller.account, region),
        fields,
        now: clock.now(),
        cannotRead: () =>
          faults.forbidsReading(caller.account, region)
            ? faultError('denied', caller, { ...names, api: 'GetSecretValue' })
            : undefined,
      });
    },
  };
}
