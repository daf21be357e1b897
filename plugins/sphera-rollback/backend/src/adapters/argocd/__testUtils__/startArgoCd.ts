import {
  ArgoCdStandIn,
  startNeighbours,
  type ArgoCdWorld,
  type FollowedApplication,
} from '@sphera/dev-fleet';
import { openApplications } from '../openApplications';
import { HandClock } from './HandClock';

/** Opens the stand-in, and must be in no sentence. */
export const TOKEN = 'canary-token-5Kd9Wp3Nz7';
export const CLUSTER = 'production-eu';
export const NAME = 'payments-production-eu';

type Deployment = NonNullable<ReturnType<ArgoCdWorld['deploymentOf']>>;

/** Argo CD over HTTP with one application, whose branch and cluster a test moves by hand. */
export async function startArgoCd({ isAutomatic = true } = {}) {
  const clock = new HandClock();
  const branch = { revision: 'a'.repeat(40), version: '2.30.4' };
  const cluster = { version: '2.30.4', refusal: '', ready: true };
  let read = { ...branch };
  let applied: string | undefined;

  const application = (): FollowedApplication => ({
    name: NAME,
    cluster: CLUSTER,
    namespace: 'payments',
    deployment: 'payments',
    repository: 'kestrel-parcels/billing-deployments',
    file: 'applications/production/eu-central-1/payments.yaml',
    sync: read.version === cluster.version ? 'Synced' : 'OutOfSync',
    desired: read.version,
    revision: read.revision,
    applied,
  });

  const argoCd = new ArgoCdStandIn({
    accounts: [{ login: 'sphera', token: TOKEN }],
    isAutomatic,
    clock,
  });
  argoCd.follow({
    source: {
      applications: () => [application()],
      async refresh() {
        read = { ...branch };
        return application();
      },
      async apply() {
        if (cluster.refusal) throw new Error(cluster.refusal);
        read = { ...branch };
        cluster.version = branch.version;
        applied = branch.revision;
      },
    },
    deploymentOf: () => deployment(cluster.ready),
  });
  const server = await startNeighbours([argoCd]);

  return {
    url: server.url,
    clock,
    cluster,
    fault: argoCd.fault.bind(argoCd),
    /** A commit comes to the branch; returns its hash. */
    push(version: string): string {
      const revision = 'b'.repeat(40);
      Object.assign(branch, { version, revision });
      return revision;
    },
    /** The adapter, as the portal has it. */
    open(as: { token?: string; answerWithin?: number; path?: string } = {}) {
      const { token = TOKEN, path = '/argocd/', answerWithin } = as;
      return openApplications({
        settings: { argoCd: [{ url: `${server.url}${path}`, token }] },
        answerWithin,
      });
    },
    async stop() {
      argoCd.stop();
      await server.stop();
    },
  };
}

export type StartedArgoCd = Awaited<ReturnType<typeof startArgoCd>>;

function deployment(isReady: boolean): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: 'payments', name: 'payments', generation: 2 },
    spec: { replicas: 4, selector: { matchLabels: {} }, template: {} },
    status: {
      observedGeneration: 2,
      replicas: 4,
      updatedReplicas: 4,
      availableReplicas: isReady ? 4 : 1,
    },
  } as unknown as Deployment;
}
