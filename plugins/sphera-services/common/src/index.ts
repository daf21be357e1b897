export * from './links';
export * from './operations';
export * from './service';
