export * from './commandKey';
export * from './partitionOf';
export * from './Report';
export * from './reportRecord';
export * from './Wish';
export * from './wishRecord';
