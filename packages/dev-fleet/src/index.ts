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
export {
  ImageRegistry,
  type RepositoryWish as ImageRepositoryWish,
} from './ecr/store/ImageRegistry';
export type {
  StoredImage,
  StoredRepository,
} from './ecr/store/StoredRepository';
export { DEMO_IMAGES, fillDemoImages } from './ecr/demo/demoImages';
export { CodefreshStandIn } from './codefresh/CodefreshStandIn';
export { DEMO_CODEFRESH_TOKEN, demoCodefresh } from './codefresh/demoCodefresh';
export { CODEFRESH_FAULTS, type CodefreshFault } from './codefresh/faults';
export { ContinuousIntegration } from './ci/ContinuousIntegration';
export { CI_FAULTS, type CiFault } from './ci/faults';
export type { CiWorld } from './ci/CiWorld';
export type { CiRun } from './ci/CiRun';
export { startManifestAgent } from './gitops/manifests/startManifestAgent';
export type { ManifestAgent } from './gitops/manifests/ManifestAgent';
export { fillSecrets, type SecretsSize } from './secretsManager/fillSecrets';
export {
  demoAccounts,
  demoAwsAccounts,
  demoEnvironments,
  demoRegions,
} from './secretsManager/demo/accounts';
export { fillDemoSecrets } from './secretsManager/demo/fillDemoSecrets';
export {
  startSlackStandIn,
  type RunningSlack,
} from './slack/startSlackStandIn';
export { SlackStandIn, ALL_SCOPES } from './slack/SlackStandIn';
export { SlackWorkspace, type SlackMessage } from './slack/SlackWorkspace';
export { DEMO_SLACK_TOKEN, demoSlack } from './slack/demoSlack';
export {
  startRegistryStandIn,
  type RunningRegistry,
} from './registry/startRegistryStandIn';
export {
  RegistryStandIn,
  type RegistryOptions,
} from './registry/RegistryStandIn';
export { DEMO_REGISTRY_ACCOUNT, demoRegistry } from './registry/demoRegistry';
export { startNeighbours } from './neighbours/startNeighbours';
export { startGitServer, type RunningGitServer } from './git/startGitServer';
export { HostedRepositories } from './git/HostedRepositories';
export { GitServer } from './git/GitServer';
export { asNeighbour as gitAsNeighbour } from './git/asNeighbour';
export { commitTo } from './git/commitTo';
export { fastImport } from './git/fastImport';
export { GIT_FAULTS, type GitFault, type GitFaultWish } from './git/GitFaults';
export type { GitAccount } from './git/GitAccount';
export { GitHubStandIn, type GitHubOptions } from './gitHub/GitHubStandIn';
export { GITHUB_FAULTS, type GitHubFault } from './gitHub/faults';
export type { PullRequestRules } from './gitHub/rules/PullRequestRules';
export type { OrganizationWish } from './gitHub/state/Organization';
export type { AppWish } from './gitHub/apps/AppWish';
export { makeApp } from './gitHub/apps/makeApp';
export { seededRandom, type Random } from './kubernetes/random';
export { makeDemoRepositories } from './git/demo/makeDemoRepositories';
export { demoVersions } from './git/demo/demoVersions';
export { demoFiles } from './git/demo/demoFiles';
export {
  ArgoCdStandIn,
  type ArgoCdOptions,
  type ArgoCdWorld,
} from './argoCd/ArgoCdStandIn';
export { ARGO_CD_FAULTS, type ArgoCdFault } from './argoCd/faults';
export type {
  FollowedApplication,
  FollowedApplications,
} from './argoCd/FollowedApplications';
export { DEMO_ARGO_CD_TOKEN, demoArgoCd } from './argoCd/demoArgoCd';
export { DEMO_GITHUB_ACCOUNTS, demoGitHub } from './gitHub/demoGitHub';
export { startDemoCompany, type DemoCompany } from './company/startDemoCompany';
export { startGitOpsAgent } from './gitops/startGitOpsAgent';
export type { GitOpsAgent } from './gitops/GitOpsAgent';
export type { FollowedFile, FollowedRepository } from './gitops/FollowedFile';
export { kubeConfigFor } from './gitops/kubeConfigFor';
export { deploymentIn } from './gitops/deploymentIn';
export { RealCluster } from './realCluster/RealCluster';
export { freePorts } from './realKafka/freePorts';
export { RealKafka } from './realKafka/RealKafka';
export type { KafkaWish } from './realKafka/KafkaWish';
