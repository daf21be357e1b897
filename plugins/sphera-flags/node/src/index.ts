export * from './bus/Bus';
export * from './bus/topics';
export * from './definitions';
export * from './kafka';
export * from './log';
export * from './messages';
export * from './signing';
