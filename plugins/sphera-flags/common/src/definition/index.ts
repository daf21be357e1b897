export * from './conditions';
export * from './definitionSchema';
export * from './FlagDefinition';
export * from './rules';
export { type Served, sharesOf, soleVariantOf } from './served';
export * from './summary';
