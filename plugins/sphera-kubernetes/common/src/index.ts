export * from './autoscaler';
export * from './cluster';
export * from './deployment';
export * from './drift';
export * from './event';
export * from './facts';
export * from './logNotices';
export * from './matrix';
export * from './lookingOperations';
export * from './actingOperations';
export * from './operations';
export {
  namespaceField,
  objectNameField,
  placeSchema,
  type Place,
} from './place';
export * from './pod';
export * from './restart';
