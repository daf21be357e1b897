export * from './actingOperations';
export * from './creation';
export * from './draft';
export * from './lookingOperations';
export * from './operations';
