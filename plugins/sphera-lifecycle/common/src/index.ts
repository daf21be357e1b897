export * from './fact';
export * from './lifecycle';
export * from './operations';
export * from './stageFacts';
export * from './step';
export * from './stageFacts';
