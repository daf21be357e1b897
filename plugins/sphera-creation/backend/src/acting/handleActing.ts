import {
  awaitService,
  beginCreation,
  claimFlags,
  commitManifests,
  createImageRepository,
  createPipeline,
  createSecrets,
  enterLifecycle,
  finishCreation,
  settleRepository,
} from '@sphera/plugin-creation-common';
import { creationTarget } from '../creations/creationTarget';
import { toAnswer } from '../creations/toAnswer';
import type { ActingParts } from './ActingParts';
import { begin } from './beginCreation';
import { isPublished } from './isPublished';
import { finish } from './finishCreation';
import { awaitInCatalog } from './steps/awaitService';
import { claimNamespace } from './steps/claimFlags';
import { commitFirstManifests } from './steps/commitManifests';
import { createPlaceForImages } from './steps/createImageRepository';
import { createOnePipeline } from './steps/createPipeline';
import { createFirstSecrets } from './steps/createSecrets';
import { beginLife } from './steps/enterLifecycle';
import { settle } from './steps/settleRepository';

/** Opens the doors of the operations that create. */
export function handleActing(parts: ActingParts): void {
  const { operations, store } = parts;
  const byId = creationTarget(store);
  operations.handle(beginCreation, async ({ input, actor }) => {
    const creation = await begin(parts, input, actor);
    return {
      ...toAnswer(creation),
      published: await isPublished(parts, creation),
    };
  });
  operations.handle(settleRepository, call => settle(parts, call), byId);
  operations.handle(
    createImageRepository,
    call => createPlaceForImages(parts, call),
    byId,
  );
  operations.handle(
    createPipeline,
    call => createOnePipeline(parts, call),
    byId,
  );
  operations.handle(
    commitManifests,
    call => commitFirstManifests(parts, call),
    byId,
  );
  operations.handle(awaitService, call => awaitInCatalog(parts, call), byId);
  operations.handle(
    createSecrets,
    call => createFirstSecrets(parts, call),
    byId,
  );
  operations.handle(claimFlags, call => claimNamespace(parts, call), byId);
  operations.handle(enterLifecycle, call => beginLife(parts, call), byId);
  operations.handle(
    finishCreation,
    async call => toAnswer(await finish(parts, call)),
    byId,
  );
}
