export * from './filters';
export * from './operations';
export * from './record';
export * from './verification';
