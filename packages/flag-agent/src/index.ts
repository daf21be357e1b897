export type { AgentLogger } from './AgentLogger';
export type { AgentOptions } from './AgentOptions';
export type { AgentState } from './AgentState';
export { ClusterApi, type ClusterAccess } from './places/ClusterApi';
export { FlagConfigMap } from './places/FlagConfigMap';
export { FlagFile } from './places/FlagFile';
export { PlaceError, type FlagPlace, type Kept } from './places/FlagPlace';
export { MirroredPlace } from './places/MirroredPlace';
export { startAgent, type RunningAgent } from './startAgent';
