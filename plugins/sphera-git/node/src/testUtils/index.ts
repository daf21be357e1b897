export * from './givenRepository';
