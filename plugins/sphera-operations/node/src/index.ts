export type { Actor, Door } from './pipeline/actor';
export type { Change } from './changes/ChangeFeed';
export {
  FieldError,
  GuardrailError,
  LockedError,
  PartlyDoneError,
  PublicError,
} from './errors';
export { hearChanges } from './changes/hearChanges';
export { CHANGES_TOPIC } from './changes/passOnChanges';
export type { FieldProblem } from './errors';
export { serviceDirectoryServiceRef } from './directory/serviceDirectoryServiceRef';
export { clearBodyErrors } from './doors/clearBodyErrors';
export { withoutValues } from './pipeline/publicError';
export { operationsServiceRef } from './operationsServiceRef';
export type {
  Guardrail,
  HandleOptions,
  OperationCall,
  OperationHandler,
  OperationsService,
  TextStream,
} from './OperationsService';
export { among } from './storage/among';
export { insertMany } from './storage/insertMany';
export { Revisions } from './storage/Revisions';
export { Follower } from './storage/Follower';
export { ifNobodyDid, inStorage, StorageError } from './storage/StorageError';
export type {
  ServiceDirectory,
  ServiceEntry,
  ServicePage,
} from './ServiceDirectory';
export { targetConditions } from './permissions/targetRules';
export { readCallers } from './permissions/callers';
export type { CallerGrant } from './permissions/callers';
export {
  type ItemGroup,
  offsetOf,
  type Page,
  pageOfGroups,
  pageOfList,
  pageOfPart,
  type PageQuestion,
} from './lists/page';
export { allPages } from './lists/allPages';
export { groupedBy } from './lists/groupedBy';
export { inParts } from './lists/inParts';
export { NeighbourError } from './neighbours/NeighbourError';
export { whyNoAnswer } from './neighbours/whyNoAnswer';
export { ownersBut } from './notices/ownersBut';
export { byText } from './lists/byText';
export { ownershipOf } from './lists/ownershipOf';
export { entityTitle } from './people/entityTitle';
export { openTitles, type Person, type Titles } from './people/openTitles';
export { atMostEvery } from './time/atMostEvery';
export {
  type Clock,
  growingWait,
  systemClock,
} from '@sphera/plugin-operations-common';
export { counted, duration, listed, times } from './words';
