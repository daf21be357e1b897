export * from './actingOperations';
export * from './change';
export * from './comparison';
export * from './facts';
export * from './finding';
export { LARGEST_VALUE, secretNameField } from './inputFields';
export * from './lookingOperations';
export * from './operations';
export {
  isSamePlace,
  placeName,
  placeSchema,
  type Place,
  type SecretsPlace,
} from './place';
export * from './secret';
export * from './serviceSecrets';
export * from './standard';
export * from './version';
