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
  undoAnyCreation,
  undoCreation,
} from './actingOperations';
import {
  checkName,
  getCreation,
  listCreations,
  planCreation,
} from './lookingOperations';

/** Every operation of this capability. */
export const creationOperations = [
  checkName,
  planCreation,
  beginCreation,
  settleRepository,
  createImageRepository,
  createPipeline,
  commitManifests,
  awaitService,
  createSecrets,
  claimFlags,
  enterLifecycle,
  finishCreation,
  getCreation,
  listCreations,
  undoCreation,
  undoAnyCreation,
];
