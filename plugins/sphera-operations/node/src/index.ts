export type { Actor, Door } from './pipeline/actor';
export type { Change } from './changes/ChangeFeed';
export { GuardrailError, LockedError } from './errors';
export { CHANGES_TOPIC } from './changes/passOnChanges';
export type { FieldProblem } from './errors';
export { serviceDirectoryServiceRef } from './directory/serviceDirectoryServiceRef';
export { operationsServiceRef } from './operationsServiceRef';
export type {
  Guardrail,
  HandleOptions,
  OperationCall,
  OperationHandler,
  OperationsService,
  TextStream,
} from './OperationsService';
export { ifNobodyDid, inStorage, StorageError } from './storage/StorageError';
export type { ServiceDirectory, ServiceEntry } from './ServiceDirectory';
export { targetConditions } from './permissions/targetRules';
export { readCallers } from './permissions/callers';
export type { CallerGrant } from './permissions/callers';
