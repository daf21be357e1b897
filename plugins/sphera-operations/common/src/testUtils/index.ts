export * from './eventually';
export * from './HandClock';
