import {
  CLUSTER,
  NAME,
  startArgoCd,
  type StartedArgoCd,
} from './__testUtils__/startArgoCd';
import type { Applications } from './Applications';
import { openApplications } from './openApplications';

let world: StartedArgoCd;
let applications: Applications;

async function given(options?: Parameters<typeof startArgoCd>[0]) {
  world = await startArgoCd(options);
  applications = world.open();
}

afterEach(() => world?.stop());

const get = async () => applications.get(CLUSTER, NAME);

describe('an application that is synced by itself', () => {
  it('tells how it stands', async () => {
    await given();
    expect(await get()).toEqual({
      name: NAME,
      sync: 'Synced',
      health: 'Healthy',
      revisions: ['a'.repeat(40)],
      operation: undefined,
      isAutomatic: true,
      url: `${world.url}/argocd/applications/argocd/${NAME}`,
    });
    const page = await fetch((await get()).url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(NAME);
  });

  it('does not see a commit until it looks, which it is made to', async () => {
    await given();
    const revision = world.push('2.29.0');
    expect(await get()).toMatchObject({ sync: 'Synced' });
    expect(await applications.refresh(CLUSTER, NAME)).toMatchObject({
      sync: 'OutOfSync',
      revisions: [revision],
      operation: { phase: 'Running', revision },
    });
    await world.clock.pass(1);
    expect(await get()).toMatchObject({
      sync: 'Synced',
      operation: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        revision,
      },
    });
    expect(world.cluster.version).toBe('2.29.0');
  });

  it('looks by itself every three minutes', async () => {
    await given();
    world.push('2.29.0');
    await world.clock.pass(180_000);
    expect(world.cluster.version).toBe('2.29.0');
  });

  it('is progressing until its pods are ready', async () => {
    await given();
    world.cluster.ready = false;
    expect(await get()).toMatchObject({ health: 'Progressing' });
  });

  it('is synced to what it follows, since Argo CD takes no other commit', async () => {
    await given();
    const revision = world.push('2.29.0');
    await applications.sync(CLUSTER, NAME, revision);
    await world.clock.pass(1);
    expect(world.cluster.version).toBe('2.29.0');
  });

  it('that a cluster refuses is tried again until it takes it', async () => {
    await given();
    world.cluster.refusal = 'locked: incident 4711';
    world.push('2.29.0');
    await applications.refresh(CLUSTER, NAME);
    await world.clock.pass(6_000);
    expect((await get()).operation).toMatchObject({
      phase: 'Running',
      message:
        'one or more objects failed to apply, reason: locked: incident 4711 (retried 2 times).',
    });
    world.cluster.refusal = '';
    await world.clock.pass(6_000);
    expect(await get()).toMatchObject({ sync: 'Synced' });
  });

  it('whose sync fails says why', async () => {
    await given();
    world.fault('sync-fails');
    world.push('2.29.0');
    await applications.refresh(CLUSTER, NAME);
    await world.clock.pass(1);
    expect(await get()).toMatchObject({
      sync: 'OutOfSync',
      operation: {
        phase: 'Failed',
        message:
          'one or more objects failed to apply, reason: the manifests cannot be generated',
      },
    });
  });
});

describe('an application that is synced by hand', () => {
  it('stays as it is until it is synced', async () => {
    await given({ isAutomatic: false });
    const revision = world.push('2.29.0');
    expect(await applications.refresh(CLUSTER, NAME)).toMatchObject({
      sync: 'OutOfSync',
      isAutomatic: false,
      operation: undefined,
    });
    await world.clock.pass(600_000);
    expect(world.cluster.version).toBe('2.30.4');
    await applications.sync(CLUSTER, NAME, revision);
    await world.clock.pass(1);
    expect(await get()).toMatchObject({
      sync: 'Synced',
      revisions: [revision],
    });
  });

  it('is synced once where that is asked for again', async () => {
    await given({ isAutomatic: false });
    const revision = world.push('2.29.0');
    await applications.sync(CLUSTER, NAME, revision);
    await applications.sync(CLUSTER, NAME, revision);
    await world.clock.pass(1);
    expect((await get()).operation).toMatchObject({ phase: 'Succeeded' });
  });
});

describe('the name of an application', () => {
  const place = {
    service: { ref: 'component:default/payments', name: 'payments' },
    environment: 'production',
    region: 'eu-central-1',
    cluster: 'production-eu',
  };
  const named = (
    argoCd: Partial<{ clusters: string[]; application: string }>[],
  ) =>
    openApplications({
      settings: {
        argoCd: argoCd.map(each => ({ url: 'http://a', token: 't', ...each })),
      },
    });

  it('is what the labels of the deployment say', () => {
    const { nameOf } = named([{}]);
    expect(nameOf({ ...place, owner: 'pay' })).toBe('pay');
    expect(nameOf(place)).toBeUndefined();
  });

  it('is what the settings say', () => {
    const application = '{service}-{environment}-{region}-{cluster}';
    expect(named([{ application }]).nameOf({ ...place, owner: 'pay' })).toBe(
      'payments-production-eu-central-1-production-eu',
    );
  });

  it('comes from the server that deploys to the cluster', () => {
    const { nameOf } = named([
      { clusters: ['staging-eu'], application: 'staging' },
      { clusters: ['production-eu'], application: 'production' },
    ]);
    expect(nameOf(place)).toBe('production');
    expect(nameOf({ ...place, cluster: 'staging-us' })).toBeUndefined();
  });
});
