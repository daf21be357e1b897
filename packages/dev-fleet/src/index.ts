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
export {
  startSecretsManagerStandIn,
  type SecretsManagerStandIn,
} from './aws/startSecretsManagerStandIn';
export { AwsStandIn, type AwsOptions } from './aws/AwsStandIn';
export type { AwsAccount } from './aws/Accounts';
export { AWS_FAULTS, type AwsFault, type AwsFaultWish } from './aws/faults';
export { fillSecrets, type SecretsSize } from './secretsManager/fillSecrets';
export {
  demoAccounts,
  demoAwsAccounts,
  demoEnvironments,
  demoRegions,
} from './secretsManager/demo/accounts';
export { fillDemoSecrets } from './secretsManager/demo/fillDemoSecrets';
