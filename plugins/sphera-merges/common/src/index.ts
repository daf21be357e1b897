export * from './hold';
export * from './operations';
export * from './plugin';
export * from './pullRequest';
