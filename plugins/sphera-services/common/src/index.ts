export * from './operations';
export * from './service';
