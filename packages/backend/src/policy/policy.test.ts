import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import auditPlugin from '@sphera/plugin-audit-backend';
import { auditOperations } from '@sphera/plugin-audit-common';
import creationPlugin from '@sphera/plugin-creation-backend';
import { creationOperations } from '@sphera/plugin-creation-common';
import flagsPlugin from '@sphera/plugin-flags-backend';
import { flagsOperations } from '@sphera/plugin-flags-common';
import kubernetesPlugin from '@sphera/plugin-kubernetes-backend';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
import lifecyclePlugin from '@sphera/plugin-lifecycle-backend';
import { lifecycleOperations } from '@sphera/plugin-lifecycle-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import { locksOperations } from '@sphera/plugin-locks-common';
import mergesPlugin from '@sphera/plugin-merges-backend';
import { mergesOperations } from '@sphera/plugin-merges-common';
import type { Operation } from '@sphera/plugin-operations-common';
import rollbackPlugin from '@sphera/plugin-rollback-backend';
import { rollbackOperations } from '@sphera/plugin-rollback-common';
import secretsPlugin from '@sphera/plugin-secrets-backend';
import {
  adoptSecret,
  revealSecret,
  secretsOperations,
} from '@sphera/plugin-secrets-common';
import servicesPlugin from '@sphera/plugin-services-backend';
import { servicesOperations } from '@sphera/plugin-services-common';
import { people } from '../__testUtils__/company';
import { FlagsOfTest, startFlags } from '../__testUtils__/startFlags';
import { AwsOfTest, startAws } from '../__testUtils__/startAws';
import { ClusterOfTest, startCluster } from '../__testUtils__/startCluster';
import { GitOpsOfTest, startGitOps } from '../__testUtils__/startGitOps';
import { robot } from '../__testUtils__/robot';
import {
  PIPELINE_TOKEN,
  Portal,
  startPortal,
} from '../__testUtils__/startPortal';
import { dependencies } from '../../package.json';
import { operations } from './knownPermissions';

jest.setTimeout(180_000);

const payments = { service: 'payments', environment: 'production' };
const reason = 'a test of who may do what';
const draft = {
  kind: 'microservice',
  name: 'parcel-fares',
  owner: 'payments',
  purpose: 'Says what a parcel costs',
  needs: ['http'],
  regions: ['eu'],
};
const noCreation = { creation: '3c1c4a86-9a57-4a35-8f4e-3f0a6d0b8a11' };
const place = { service: 'payments', environment: 'production', region: 'eu' };
const places = { service: 'payments', environments: ['production'] };
const both = { service: 'payments', environments: ['staging', 'production'] };
const fromStaging = { service: 'payments', from: 'staging', to: 'production' };
const ofReview = { service: 'payments', step: 'no-such-step', comment: 'none' };
const generate = { length: 20 };
const window = {
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason,
};
const copyOf = (name: string) => ({
  ...places,
  names: [name],
  fromEnvironment: 'staging',
  fromRegion: 'eu',
});

const setOf = (made: Pick<Made, 'systemEarlier'>) => ({
  ...made.systemEarlier(),
  services: ['payments'],
  reason,
  lock: false,
});

/** What is asked of each operation; where it needs the id of something, that of a new one. */
const questions: Record<string, (made: Made) => any> = {
  'sphera-audit:list-events': () => payments,
  'sphera-audit:export-events': () => payments,
  'sphera-audit:list-choices': () => ({}),
  'sphera-audit:verify': () => ({}),
  'sphera-kubernetes:list-clusters': () => ({}),
  'sphera-kubernetes:list-deployments': () => payments,
  'sphera-kubernetes:list-service-deployments': () => ({}),
  'sphera-kubernetes:get-deployment': made => made.deployment(),
  'sphera-kubernetes:list-pods': () => payments,
  'sphera-kubernetes:list-events': () => payments,
  'sphera-kubernetes:list-autoscalers': () => payments,
  'sphera-kubernetes:list-drift': () => payments,
  'sphera-kubernetes:stream-logs': made => made.pod(),
  'sphera-kubernetes:restart-deployment': made => ({
    ...made.deployment(),
    reason,
  }),
  'sphera-kubernetes:set-autoscaler-bounds': made => ({
    ...made.deployment(),
    minReplicas: 2,
    maxReplicas: 5,
    reason,
  }),
  'sphera-lifecycle:get-lifecycle': () => ({ service: 'payments' }),
  'sphera-lifecycle:list-lifecycles': () => ({}),
  'sphera-lifecycle:begin-lifecycle': () => ({ service: 'payments' }),
  'sphera-lifecycle:request-approval': () => ofReview,
  'sphera-lifecycle:approve-step': () => ofReview,
  'sphera-lifecycle:reject-step': () => ofReview,
  'sphera-lifecycle:refresh-facts': () => ({ service: 'payments' }),
  'sphera-locks:list-locks': () => payments,
  'sphera-locks:lock': () => ({ ...payments, reason }),
  'sphera-locks:unlock': async made => ({ id: await made.lock(), reason }),
  'sphera-locks:freeze-merges': () => ({ service: 'payments', reason }),
  'sphera-locks:unfreeze-merges': () => ({ service: 'payments', reason }),
  'sphera-locks:gate': () => payments,
  'sphera-locks:list-windows': () => payments,
  'sphera-locks:preview-window': () => ({
    fromDay: 'friday',
    fromTime: '16:00',
    toDay: 'sunday',
    toTime: '08:00',
    timeZone: 'Europe/Berlin',
  }),
  'sphera-locks:create-window': () => ({ ...payments, ...window }),
  'sphera-locks:delete-window': async made => ({
    id: await made.window(),
    reason,
  }),
  'sphera-creation:check-name': () => ({ name: 'parcel-fares' }),
  'sphera-creation:plan-creation': () => draft,
  'sphera-creation:begin-creation': () => draft,
  'sphera-creation:get-creation': () => noCreation,
  'sphera-creation:list-creations': () => ({}),
  'sphera-creation:settle-repository': () => noCreation,
  'sphera-creation:create-image-repository': () => noCreation,
  'sphera-creation:create-pipeline': () => noCreation,
  'sphera-creation:commit-manifests': () => noCreation,
  'sphera-creation:await-service': () => noCreation,
  'sphera-creation:claim-flags': () => noCreation,
  'sphera-creation:finish-creation': () => noCreation,
  'sphera-creation:create-secrets': () => ({ ...noCreation, secrets: [] }),
  'sphera-creation:enter-lifecycle': () => noCreation,
  'sphera-creation:undo-creation': () => ({ ...noCreation, reason }),
  'sphera-creation:undo-any-creation': () => ({ ...noCreation, reason }),
  'sphera-flags:list-flags': () => ({ service: 'payments' }),
  'sphera-flags:claim-flag-namespace': () => ({ service: 'payments', reason }),
  'sphera-flags:release-flag-namespace': () => ({
    service: 'payments',
    reason,
  }),
  'sphera-flags:list-service-flags': () => ({}),
  'sphera-flags:get-flag': async made => ({ flag: await made.flag() }),
  'sphera-flags:create-flag': made => made.newFlag(),
  'sphera-flags:set-flag': async made => ({
    flag: await made.flag(),
    defaultVariant: 'on',
    reason,
  }),
  'sphera-flags:retire-flag': async made => ({
    flag: await made.flag(),
    reason,
  }),
  'sphera-flags:kill-flag': async made => ({ flag: await made.flag(), reason }),
  'sphera-flags:restore-flag': async made => ({
    ...(await made.changedFlag()),
    reason,
  }),
  'sphera-flags:start-rollout': async made => ({
    flag: await made.flag(),
    defaultVariant: 'on',
    reason,
  }),
  'sphera-flags:pause-rollout': async made => ({
    id: await made.rollout(),
    reason,
  }),
  'sphera-flags:resume-rollout': async made => ({
    id: await made.pausedRollout(),
    reason,
  }),
  'sphera-flags:abort-rollout': async made => ({
    id: await made.rollout(),
    reason,
  }),
  'sphera-flags:get-rollout': async made => ({ id: await made.rollout() }),
  'sphera-flags:list-rollouts': () => ({ service: 'payments' }),
  'sphera-flags:list-drift': () => ({ service: 'payments' }),
  'sphera-flags:mend-drift': async made => ({
    flag: await made.flag(),
    reason,
  }),
  'sphera-flags:list-changes': () => ({ service: 'payments' }),
  'sphera-flags:list-agents': () => ({}),
  'sphera-flags:get-messaging': () => ({}),
  'sphera-flags:list-set-aside': () => ({}),
  'sphera-flags:get-rings': () => ({}),
  'sphera-merges:list-merge-holds': () => ({}),
  'sphera-merges:get-merge-hold': () => ({ service: 'payments' }),
  'sphera-merges:reconcile-merges': () => ({ service: 'payments' }),
  'sphera-rollback:get-layout': () => ({ service: 'payments' }),
  'sphera-rollback:list-versions': () => payments,
  'sphera-rollback:plan-rollback': async made => ({
    ...payments,
    version: await made.version(),
  }),
  'sphera-rollback:plan-roll-forward': async made => ({
    id: await made.rollback(),
  }),
  'sphera-rollback:get-rollback': async made => ({ id: await made.rollback() }),
  'sphera-rollback:list-rollbacks': () => payments,
  'sphera-rollback:plan-rollback-set': made => made.systemEarlier(),
  'sphera-rollback:get-rollback-set': async made => ({ id: await made.set() }),
  'sphera-rollback:start-rollback': async made => ({
    ...payments,
    version: await made.version(),
    reason,
    lock: false,
  }),
  'sphera-rollback:cancel-rollback': async made => ({
    id: await made.rollback(),
    reason,
  }),
  'sphera-rollback:roll-forward': async made => ({
    id: await made.newRollback(),
    reason,
  }),
  'sphera-rollback:start-rollback-set': async made => {
    await made.version();
    return setOf(made);
  },
  'sphera-rollback:plan-promotion': () => fromStaging,
  'sphera-rollback:promote': () => ({ ...fromStaging, reason }),
  'sphera-secrets:list-places': () => ({}),
  'sphera-secrets:list-secrets': () => payments,
  'sphera-secrets:list-service-secrets': () => ({}),
  'sphera-secrets:get-standard': () => ({ service: 'payments' }),
  'sphera-secrets:list-versions': made => ({ ...place, name: made.secret() }),
  'sphera-secrets:compare-secrets': () => ({
    ...place,
    otherEnvironment: 'staging',
    otherRegion: 'eu',
  }),
  'sphera-secrets:list-drift': () => payments,
  'sphera-secrets:preview-copy': made => copyOf(made.secret()),
  'sphera-secrets:preview-adoption': made => ({
    ...place,
    fullName: made.misnamed(),
  }),
  'sphera-secrets:reveal-secret': made => ({
    ...place,
    name: made.secret(),
    reason,
  }),
  'sphera-secrets:create-secret': made => ({
    ...both,
    name: made.newName(),
    generate,
  }),
  'sphera-secrets:update-secret': made => ({
    ...both,
    name: made.secret(),
    generate,
  }),
  'sphera-secrets:delete-secret': made => ({
    ...both,
    name: made.secret(),
    reason,
  }),
  'sphera-secrets:restore-secret': async made => ({
    ...places,
    name: await made.deletedSecret(),
  }),
  'sphera-secrets:restore-version': made => ({
    ...places,
    name: made.secret(),
  }),
  'sphera-secrets:copy-secret': made => copyOf(made.secret()),
  'sphera-secrets:adopt-secret': made => ({
    ...place,
    fullName: made.misnamed(),
  }),
  'sphera-secrets:finish-change': async made => ({
    ...both,
    change: await made.unfinishedChange(),
  }),
  'sphera-secrets:undo-change': async made => ({
    ...both,
    change: await made.unfinishedChange(),
  }),
  'sphera-services:list-links': () => ({ service: 'payments' }),
  'sphera-services:list-services': () => ({}),
};
interface Made
  extends Pick<ClusterOfTest, 'deployment' | 'pod'>,
    Pick<AwsOfTest, 'secret' | 'misnamed'> {
  lock(): Promise<string>;
  window(): Promise<string>;
  newName(): string;
  deletedSecret(): Promise<string>;
  unfinishedChange(): Promise<string>;
  /** A version to roll back to, with nothing in the way. */
  version(): Promise<string>;
  /** A rollback that is over, and can be taken back unless a version was asked for since. */
  rollback(): Promise<string>;
  newRollback(): Promise<string>;
  set(): Promise<string>;
  systemEarlier(): { system: string; environment: string; at: string };
  /** What creates a flag that was never there. */
  newFlag(): { flag: string; service: string; [more: string]: unknown };
  /** A new flag, off everywhere. */
  flag(): Promise<string>;
  /** One that was switched on, and the change before that. */
  changedFlag(): Promise<{ flag: string; change: string }>;
  rollout(): Promise<string>;
  pausedRollout(): Promise<string>;
}

// Who asks about payments in production: somebody who is not signed in, a member of the tracking
// team, one of the payments team that owns it, one of the platform team, the token of a pipeline
// that was granted nothing, a plugin of Backstage, and a plugin of sphera.
const ASKERS = [
  'anonymous',
  'otherTeam',
  'owner',
  'platform',
  'pipeline',
  'stockPlugin',
  'spheraPlugin',
] as const;
const EXPECTED: Record<string, number[]> = {
  //                              anonymous  other  owner  platform  pipeline  stock  sphera
  'sphera-audit:list-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:export-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:list-choices': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:verify': [401, 200, 200, 200, 403, 403, 200],
  'sphera-creation:check-name': [401, 200, 200, 200, 403, 403, 200],
  'sphera-creation:plan-creation': [401, 200, 200, 200, 403, 403, 200],
  // Nothing is set up for it.
  'sphera-creation:begin-creation': [401, 503, 503, 503, 403, 403, 503],
  'sphera-creation:list-creations': [401, 200, 200, 200, 403, 403, 200],
  // There is none: who may ask is told so.
  'sphera-creation:get-creation': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:settle-repository': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:create-image-repository': [
    401, 404, 404, 404, 403, 403, 404,
  ],
  'sphera-creation:create-pipeline': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:commit-manifests': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:await-service': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:claim-flags': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:finish-creation': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:create-secrets': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:enter-lifecycle': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:undo-creation': [401, 404, 404, 404, 403, 403, 404],
  'sphera-creation:undo-any-creation': [401, 403, 403, 404, 403, 403, 404],
  'sphera-flags:claim-flag-namespace': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:release-flag-namespace': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:list-flags': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:list-service-flags': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:get-flag': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:create-flag': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:set-flag': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:retire-flag': [401, 403, 200, 200, 403, 403, 200],
  // In an incident, by whoever sees it first.
  'sphera-flags:kill-flag': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:restore-flag': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:start-rollout': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:pause-rollout': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:resume-rollout': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:abort-rollout': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:get-rollout': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:list-rollouts': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:list-drift': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:mend-drift': [401, 403, 200, 200, 403, 403, 200],
  'sphera-flags:list-changes': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:list-agents': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:get-messaging': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:list-set-aside': [401, 200, 200, 200, 403, 403, 200],
  'sphera-flags:get-rings': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-clusters': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-deployments': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-service-deployments': [
    401, 200, 200, 200, 403, 403, 200,
  ],
  'sphera-kubernetes:get-deployment': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-pods': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-autoscalers': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-drift': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:stream-logs': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:restart-deployment': [401, 403, 200, 200, 403, 403, 200],
  'sphera-kubernetes:set-autoscaler-bounds': [
    401, 403, 200, 200, 403, 403, 200,
  ],
  'sphera-lifecycle:get-lifecycle': [401, 200, 200, 200, 403, 403, 200],
  'sphera-lifecycle:list-lifecycles': [401, 200, 200, 200, 403, 403, 200],
  'sphera-lifecycle:begin-lifecycle': [401, 403, 200, 200, 403, 403, 200],
  // There is no such step: who may ask is told so.
  'sphera-lifecycle:request-approval': [401, 403, 400, 400, 403, 403, 400],
  'sphera-lifecycle:approve-step': [401, 400, 400, 400, 403, 403, 400],
  'sphera-lifecycle:reject-step': [401, 400, 400, 400, 403, 403, 400],
  'sphera-lifecycle:refresh-facts': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:list-locks': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:lock': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:unlock': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:freeze-merges': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:unfreeze-merges': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:gate': [401, 200, 200, 200, 200, 200, 200],
  'sphera-locks:list-windows': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:preview-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:create-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:delete-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-merges:list-merge-holds': [401, 200, 200, 200, 403, 403, 200],
  // Nothing is set up for it: who may ask is told so.
  'sphera-merges:get-merge-hold': [401, 404, 404, 404, 403, 403, 404],
  'sphera-merges:reconcile-merges': [401, 403, 503, 503, 403, 403, 503],
  'sphera-rollback:get-layout': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:list-versions': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:plan-rollback': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:plan-roll-forward': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:get-rollback': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:list-rollbacks': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:plan-rollback-set': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:get-rollback-set': [401, 200, 200, 200, 403, 403, 200],
  'sphera-rollback:start-rollback': [401, 403, 200, 200, 403, 403, 200],
  // Too late: it is in the repository.
  'sphera-rollback:cancel-rollback': [401, 403, 409, 409, 403, 403, 409],
  'sphera-rollback:roll-forward': [401, 403, 200, 200, 403, 403, 200],
  'sphera-rollback:start-rollback-set': [401, 403, 200, 200, 403, 403, 200],
  'sphera-rollback:plan-promotion': [401, 200, 200, 200, 403, 403, 200],
  // Nothing of it runs in staging.
  'sphera-rollback:promote': [401, 403, 409, 409, 403, 403, 409],
  'sphera-secrets:list-places': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:list-secrets': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:list-service-secrets': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:get-standard': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:list-versions': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:compare-secrets': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:list-drift': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:preview-copy': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:preview-adoption': [401, 200, 200, 200, 403, 403, 200],
  'sphera-secrets:reveal-secret': [401, 403, 403, 200, 403, 403, 200],
  'sphera-secrets:create-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:update-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:delete-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:restore-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:restore-version': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:copy-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:adopt-secret': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:finish-change': [401, 403, 200, 200, 403, 403, 200],
  'sphera-secrets:undo-change': [401, 403, 200, 200, 403, 403, 200],
  'sphera-services:list-links': [401, 200, 200, 200, 403, 403, 200],
  'sphera-services:list-services': [401, 200, 200, 200, 403, 403, 200],
};

const all: Operation[] = [
  ...auditOperations,
  ...creationOperations,
  ...flagsOperations,
  ...kubernetesOperations,
  ...lifecycleOperations,
  ...locksOperations,
  ...mergesOperations,
  ...rollbackOperations,
  ...secretsOperations,
  ...servicesOperations,
];
const named = (id: string) => all.find(operation => operation.id === id)!;

describe('who may do what, with the policy that sphera comes with', () => {
  const stock = robot('catalog-robot');
  const sphera = robot('sphera-robot');
  let portal: Portal;
  let cluster: ClusterOfTest;
  let aws: AwsOfTest;
  let gitOps: GitOpsOfTest;
  let flags: FlagsOfTest;
  let tokens: Record<string, string>;
  let made: Made;

  async function tokenOf(asker: (typeof ASKERS)[number], plugin: string) {
    if (asker === 'stockPlugin') return stock.tokenFor(plugin);
    if (asker === 'spheraPlugin') return sphera.tokenFor(plugin);
    return tokens[asker];
  }

  beforeAll(async () => {
    cluster = await startCluster('payments');
    aws = await startAws('payments');
    gitOps = await startGitOps('payments');
    flags = await startFlags();
    portal = await startPortal({
      clusters: [cluster.settings],
      aws,
      rollback: gitOps.rollback,
      flags: flags.settings,
      features: [
        // It looks at AWS; the one of test backends only pretends.
        schedulerServiceFactory,
        auditPlugin,
        creationPlugin,
        flagsPlugin,
        kubernetesPlugin,
        lifecyclePlugin,
        locksPlugin,
        mergesPlugin,
        rollbackPlugin,
        secretsPlugin,
        servicesPlugin,
        stock.feature,
        sphera.feature,
      ],
    });
    tokens = {
      otherTeam: await portal.signIn(people.priya),
      owner: await portal.signIn(people.samuel),
      platform: await portal.signIn(people.noor),
      pipeline: PIPELINE_TOKEN,
    };
    const idOf = async (id: string, input: object) => {
      const response = await portal.ask(named(id), input, tokens.platform);
      return (await response.json()).id as string;
    };
    await cluster.seenBy(portal, tokens.platform);
    await aws.seenBy(portal, tokens.platform);
    let names = 0;
    let rollback: string | undefined;
    made = {
      ...cluster,
      ...aws,
      ...flags.made(portal, tokens.platform),
      newName: () => `new-secret-${++names}`,
      async deletedSecret() {
        const name = aws.secret();
        await idOf('sphera-secrets:delete-secret', { ...places, name, reason });
        return name;
      },
      unfinishedChange: () => aws.unfinished(portal, tokens.platform),
      lock: () => idOf('sphera-locks:lock', { ...payments, reason }),
      window: () => idOf('sphera-locks:create-window', window),
      version() {
        rollback = undefined;
        return gitOps.ready(portal, tokens.platform);
      },
      async rollback() {
        rollback ??= await made.newRollback();
        return rollback;
      },
      newRollback() {
        rollback = undefined;
        return gitOps.over(portal, tokens.platform);
      },
      systemEarlier: () => ({
        system: 'billing',
        environment: 'production',
        at: gitOps.earlier,
      }),
      async set() {
        await made.version();
        return idOf('sphera-rollback:start-rollback-set', setOf(made));
      },
    };
  });
  afterAll(async () => {
    await cluster.stop();
    await aws.stop();
    await gitOps.stop();
    await flags.stop();
  });

  it('says of every operation that the portal has who may', async () => {
    const paths = await Promise.all(
      [...new Set(all.map(({ plugin }) => plugin))].map(async plugin => {
        const response = await portal.fetch(`/api/${plugin}/openapi.json`, {
          token: tokens.owner,
        });
        const description = await response.json();
        return Object.keys(description.paths).map(
          path => `${plugin}:${path.split('/').pop()}`,
        );
      }),
    );
    expect(Object.keys(EXPECTED).sort()).toEqual(paths.flat().sort());
    expect(Object.keys(EXPECTED).sort()).toEqual(
      operations.map(({ id }) => id).sort(),
    );
  });

  it('knows every capability that the backend depends on', () => {
    const capabilities = Object.keys(dependencies).flatMap(
      name => /^@sphera\/plugin-(.*)-backend$/.exec(name)?.[1] ?? [],
    );
    expect(capabilities.map(name => `sphera-${name}`).sort()).toEqual([
      ...new Set(all.map(({ plugin }) => plugin)),
    ]);
  });

  const cases = Object.entries(EXPECTED).flatMap(([id, statuses]) =>
    ASKERS.map((asker, column) => [id, asker, statuses[column]] as const),
  );
  it.each(cases)('%s, asked by %s: %i', async (id, asker, expected) => {
    const operation = named(id);
    const input = await questions[id](made);
    const token = await tokenOf(asker, operation.plugin);
    const response = await portal.ask(operation, input, token);
    const answer = await response.text();
    expect({ answer, status: response.status }).toEqual({
      answer,
      status: expected,
    });
  });

  it('lets the owners reveal a secret where no customers are', async () => {
    const staging = { ...place, environment: 'staging' };
    const input = { ...staging, name: aws.secret(), reason };
    const statusFor = async (token: string) =>
      (await portal.ask(revealSecret, input, token)).status;
    expect(await statusFor(tokens.owner)).toBe(200);
    expect(await statusFor(tokens.otherTeam)).toBe(403);
    expect(await statusFor(tokens.platform)).toBe(200);
  });

  it('leaves a secret that belongs to nobody to the platform team', async () => {
    const input = { ...place, fullName: aws.unowned(), name: 'found-again' };
    const statusFor = async (token: string) =>
      (await portal.ask(adoptSecret, input, token)).status;
    expect(await statusFor(tokens.owner)).toBe(403);
    expect(await statusFor(tokens.platform)).toBe(200);
  });

  it.each(all.filter(({ internal }) => internal).map(({ id }) => id))(
    '%s has no door, not even for the platform team',
    async id => {
      const input = { ...payments, id: 'x', reason };
      const response = await portal.ask(named(id), input, tokens.platform);
      expect(response.status).toBe(404);
    },
  );
});
