export * from './AnswersOfTest';
