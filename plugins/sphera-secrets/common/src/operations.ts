import {
  adoptSecret,
  copySecret,
  createSecret,
  deleteSecret,
  finishChange,
  restoreSecret,
  restoreVersion,
  undoChange,
  updateSecret,
} from './actingOperations';
import {
  compareSecrets,
  getStandard,
  listDrift,
  listPlaces,
  listSecrets,
  listVersions,
  previewAdoption,
  previewCopy,
  revealSecret,
} from './lookingOperations';
import { listServiceSecrets } from './serviceSecrets';

/** Every operation of this capability. */
export const secretsOperations = [
  listPlaces,
  listSecrets,
  listServiceSecrets,
  getStandard,
  listVersions,
  compareSecrets,
  listDrift,
  previewCopy,
  previewAdoption,
  revealSecret,
  createSecret,
  updateSecret,
  deleteSecret,
  restoreSecret,
  restoreVersion,
  copySecret,
  adoptSecret,
  finishChange,
  undoChange,
];
