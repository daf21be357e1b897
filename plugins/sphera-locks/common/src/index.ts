export * from './lock';
export * from './operations';
export * from './window';
