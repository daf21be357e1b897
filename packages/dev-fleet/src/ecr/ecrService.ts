import { AwsError } from '../aws/AwsError';
import type { JsonService } from '../aws/JsonApi';
import type { Clock } from '../kubernetes/clock';
import { repositoryNotFound } from './errors';
import { operations } from './operations/operations';
import type { ImageRegistry } from './store/ImageRegistry';

/** ECR, on the image repositories of each account and region. */
export function ecrService({
  clock,
  registryOf,
}: {
  clock: Pick<Clock, 'now'>;
  registryOf(account: string, region: string): ImageRegistry;
}): JsonService {
  return {
    prefix: 'ecr',
    brokenAs: 'ServerException',
    sentenceAs: 'message',
    answer({ caller, region, api, fields }) {
      const operation = operations.get(api);
      if (!operation) throw new AwsError('UnknownOperationException', '');
      const registry = registryOf(caller.account, region);
      const named = fields.text('registryId') ?? registry.account;
      if (named !== registry.account) {
        // Nothing is open to other accounts here.
        throw repositoryNotFound(fields.text('repositoryName') ?? '', named);
      }
      return operation({ registry, fields, now: clock.now() });
    },
  };
}
