export * from './FlagDefinition';
export * from './definitionSchema';
export * from './rules';
export * from './summary';
