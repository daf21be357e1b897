import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  type OperationsService,
  ownershipOf,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import {
  compareSecrets,
  getStandard,
  listDrift,
  listPlaces,
  listSecrets,
  listServiceSecrets,
  listVersions,
  previewAdoption,
  previewCopy,
} from '@sphera/plugin-secrets-common';
import { FieldError } from './errors';
import * as answers from './reading/answers';
import type { ReadingParts } from './reading/ReadingParts';
import { answerStandard } from './standard/answerStandard';

/** Opens the doors of every operation that only looks and shows no value. */
export function handleLooking(
  operations: OperationsService,
  parts: ReadingParts & { userInfo: UserInfoService },
): void {
  const { memory, settings, directory } = parts;

  async function serviceOf(ref: string): Promise<ServiceEntry> {
    const service = await directory.get(ref);
    if (service) return service;
    throw new FieldError('service', 'must be a service of the catalog');
  }

  operations.handle(listPlaces, async () => ({ items: [...memory.places()] }));

  operations.handle(listSecrets, async ({ input }) =>
    answers.listSecrets(parts, await serviceOf(input.service), input),
  );

  operations.handle(listServiceSecrets, async ({ input }) =>
    answers.listServiceSecrets(parts, input),
  );

  operations.handle(getStandard, async ({ input }) =>
    answerStandard(settings, await serviceOf(input.service)),
  );

  operations.handle(listVersions, async ({ input }) =>
    answers.listVersions(parts, await serviceOf(input.service), input),
  );

  operations.handle(compareSecrets, async ({ input }) =>
    answers.compareSecrets(parts, await serviceOf(input.service), [
      { environment: input.environment, region: input.region },
      { environment: input.otherEnvironment, region: input.otherRegion },
    ]),
  );

  operations.handle(listDrift, async call =>
    answers.listDrift(parts, {
      ...call.input,
      ownedBy: call.input.mine
        ? await ownershipOf(call, parts.userInfo)
        : undefined,
    }),
  );

  operations.handle(previewCopy, async ({ input }) =>
    answers.previewCopy(parts, await serviceOf(input.service), input),
  );

  operations.handle(previewAdoption, async ({ input }) =>
    answers.previewAdoption(parts, await serviceOf(input.service), input),
  );
}
