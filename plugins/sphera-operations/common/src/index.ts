export * from './client';
export * from './fields';
export * from './operation';
export * from './page';
export * from './plainText';
export * from './secret';
export * from './target';
