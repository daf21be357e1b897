export { compareSecrets } from './compareSecrets';
export { listDrift } from './listDrift';
export { listSecrets } from './listSecrets';
export { listServiceSecrets } from './listServiceSecrets';
export { listVersions } from './listVersions';
export { previewAdoption } from './previewAdoption';
export { previewCopy } from './previewCopy';
