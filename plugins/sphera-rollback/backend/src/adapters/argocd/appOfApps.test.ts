import {
  ArgoCdStandIn,
  startNeighbours,
  type FollowedApplication,
} from '@sphera/dev-fleet';
import { HandClock } from './__testUtils__/HandClock';
import { openApplications } from './openApplications';

const CLUSTER = 'production-eu';
const CHART = 'c'.repeat(40);
const BEFORE = 'a'.repeat(40);
const AFTER = 'b'.repeat(40);

/**
 * Argo CD with the application `payments`, whose file in Git another one, `billing`, brings: what that has not brought yet the
 * first one cannot want.
 */
async function startFamily({ isAutomatic }: { isAutomatic: boolean }) {
  const clock = new HandClock();
  const git = { head: BEFORE, version: '2.30.4' };
  const read = { head: BEFORE };
  const spec = { version: '2.30.4' };
  const cluster = { version: '2.30.4' };
  const common = {
    cluster: CLUSTER,
    namespace: 'payments',
    deployment: 'payments',
    repository: 'kestrel-parcels/billing-deployments',
    file: 'applications/production/payments.yaml',
  };
  const payments = (): FollowedApplication => ({
    ...common,
    name: 'payments',
    parent: 'billing',
    sync: spec.version === cluster.version ? 'Synced' : 'OutOfSync',
    revision: CHART,
  });
  const billing = (): FollowedApplication => ({
    ...common,
    name: 'billing',
    sync:
      read.head === git.head && spec.version === git.version
        ? 'Synced'
        : 'OutOfSync',
    revision: read.head,
  });
  const argoCd = new ArgoCdStandIn({
    accounts: [{ login: 'sphera', token: 'secret' }],
    isAutomatic,
    clock,
  });
  argoCd.follow({
    source: {
      applications: () => [payments(), billing()],
      async refresh(name) {
        if (name === 'payments') return payments();
        read.head = git.head;
        return billing();
      },
      async apply(name) {
        if (name === 'payments') cluster.version = spec.version;
        else spec.version = git.version;
      },
    },
    deploymentOf: () => undefined,
  });
  const server = await startNeighbours([argoCd]);
  return {
    clock,
    cluster,
    push: () => Object.assign(git, { head: AFTER, version: '2.29.0' }),
    applications: openApplications({
      settings: { argoCd: [{ url: `${server.url}/argocd`, token: 'secret' }] },
    }),
    async stop() {
      argoCd.stop();
      await server.stop();
    },
  };
}

let world: Awaited<ReturnType<typeof startFamily>>;
afterEach(() => world.stop());

const refresh = async () => world.applications.refresh(CLUSTER, 'payments');

describe('an application that another one brings', () => {
  it('is synced once both are', async () => {
    world = await startFamily({ isAutomatic: true });
    expect(await refresh()).toMatchObject({
      name: 'payments',
      sync: 'Synced',
      revisions: [CHART, BEFORE],
    });
    world.push();
    expect(await refresh()).toMatchObject({
      name: 'payments',
      sync: 'OutOfSync',
      operation: { phase: 'Running', revision: AFTER },
    });
    await world.clock.pass(1);
    expect(await refresh()).toMatchObject({ sync: 'OutOfSync' });
    await world.clock.pass(1);
    expect(await refresh()).toMatchObject({
      sync: 'Synced',
      revisions: [CHART, AFTER],
    });
    expect(world.cluster.version).toBe('2.29.0');
  });

  it('is synced by hand after the other one', async () => {
    world = await startFamily({ isAutomatic: false });
    world.push();
    await refresh();
    await world.applications.sync(CLUSTER, 'payments', AFTER);
    await world.clock.pass(1);
    expect(world.cluster.version).toBe('2.30.4');
    await world.applications.sync(CLUSTER, 'payments', AFTER);
    await world.clock.pass(1);
    expect(world.cluster.version).toBe('2.29.0');
    expect(await refresh()).toMatchObject({ sync: 'Synced' });
  });
});
