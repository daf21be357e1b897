export * from './HttpLog';
export * from './Log';
export * from './MemoryLog';
export * from './openLogAgentBus';
export * from './openLogPortalBus';
export * from './serveLog';
export * from './UnknownTopicError';
