import { ServiceUnavailableError } from '@backstage/errors';
import { flagsOperations } from '@sphera/plugin-flags-common';
import type { OperationsService } from '@sphera/plugin-operations-node';

const HOW_TO_BEGIN =
  'Flags travel over Kafka, and the portal was not told of any: set sphera.flags.transport.kafka.brokers in its configuration, and start an agent in each cluster';

/** Without a transport, every operation says how to begin. */
export function sayHowToBegin(
  operations: Pick<OperationsService, 'handle'>,
): void {
  const refuse = async (): Promise<never> => {
    throw new ServiceUnavailableError(HOW_TO_BEGIN);
  };
  for (const operation of flagsOperations) {
    // Before it is asked who may: nobody can do anything.
    operations.handle(operation, refuse, { target: refuse });
  }
}
