export * from './checkDefinition';
export * from './fingerprintOf';
