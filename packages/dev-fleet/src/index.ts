export {
  startKubernetesStandIn,
  type KubernetesStandIn,
  type StandInOptions,
} from './kubernetes/startKubernetesStandIn';
export { StandInCluster } from './kubernetes/StandInCluster';
export { startDemoClusters } from './kubernetes/demo/startDemoClusters';
export { demoClusters } from './kubernetes/demo/clusters';
export {
  fillFleet,
  fleetServiceName,
  steadySurroundings,
  type FleetSize,
} from './kubernetes/fillFleet';
export { FAULTS, type Fault } from './kubernetes/faults';
export { readRules, type PolicyRule } from './kubernetes/access/rules';
export type { Account } from './kubernetes/access/Tokens';
export {
  applyWorkload,
  type Workload,
} from './kubernetes/settled/settledWorkload';
