// It stays in the folder of tests, where it may use what only tests have.
/* eslint-disable no-restricted-imports */
export * from './kafka/__testUtils__/GivenKafka';
export * from './kafka/__testUtils__/TopicsOfTest';
