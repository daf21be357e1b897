export * from './Report';
export * from './Wish';
