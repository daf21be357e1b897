export * from './actingOperations';
export { versionField } from './fields';
export * from './layout';
export * from './lookingOperations';
export * from './operations';
export * from './plan';
export * from './rollback';
export * from './set';
export * from './version';
