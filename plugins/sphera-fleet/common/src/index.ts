export * from './Fleet';
export * from './readFleet';
