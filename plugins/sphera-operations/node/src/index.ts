export type { Actor, Door } from './actor';
export type { Change } from './changes/ChangeFeed';
export { GuardrailError, LockedError } from './errors';
export type { FieldProblem } from './errors';
export {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from './serviceRefs';
export type {
  Guardrail,
  HandleOptions,
  OperationCall,
  OperationHandler,
  OperationsService,
  TextStream,
} from './OperationsService';
export type { ServiceDirectory, ServiceEntry } from './ServiceDirectory';
