import { randomBytes } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { RealCluster } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(240_000);

const id = randomBytes(4).toString('hex');
const manifests = resolvePackagePath(
  '@sphera/plugin-kubernetes-backend',
  'manifests',
);
const production = new RealCluster('region-a', id, manifests);
const staging = new RealCluster('region-b', id, manifests);
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  for (const cluster of [production, staging]) {
    await cluster.install();
    for (const name of ['quotes', 'ledger', 'unknown']) {
      await cluster.must(
        `create deployment ${name} --image=registry.example.com/${name}:1`,
      );
    }
    await cluster.must(
      'label deployment quotes backstage.io/kubernetes-id=quotes',
    );
    await cluster.must('label deployment ledger team=ledger');
    await cluster.must('autoscale deployment quotes --min=2 --max=4');
  }
  portal = await startPortal({ staging, production });
});
afterAll(async () => {
  await portal?.stop();
  await Promise.all([production.remove(), staging.remove()]);
});

let version = 1;
const setImage = (name: string) =>
  `set image deployment/${name} ${name}=registry.example.com/${name}:${++version}`;
const setQuotes = () => setImage('quotes');

/** Tries until the cluster refuses; answers what it says. */
async function refused(cluster: RealCluster, command: () => string) {
  let text = '';
  await eventually(async () => {
    const outcome = await cluster.kubectl(command());
    expect(outcome).toMatchObject({ done: false });
    text = outcome.text;
  });
  return text;
}

/** Tries until the cluster does it. */
async function done(cluster: RealCluster, command: () => string) {
  await eventually(async () => {
    expect(await cluster.kubectl(command())).toMatchObject({ done: true });
  });
}

describe('a real cluster', () => {
  it('refuses another image of a locked service, saying why and who locked it, until it is unlocked', async () => {
    await production.must(setQuotes());
    const lock = await portal.lock({
      service: 'quotes',
      reason: 'incident 4711',
    });
    expect(await refused(production, setQuotes)).toContain(
      'Deploys of quotes in production: locked by dana until somebody unlocks: incident 4711',
    );
    expect(await refused(staging, setQuotes)).toContain('in staging');
    await production.must(setImage('ledger'));

    await portal.unlock(lock);
    await done(production, setQuotes);
  });

  it('refuses to replace a locked deployment, and keeps it rather than lose it', async () => {
    const lock = await portal.lock({ service: 'quotes', reason: 'audit' });
    await refused(production, setQuotes);
    const { text } = await production.kubectl('get deployment quotes -o json');
    expect(
      await production.kubectl('replace --force -f -', text),
    ).toMatchObject({ done: false });
    expect(
      await production.kubectl(
        'label deployment quotes backstage.io/kubernetes-id-',
      ),
    ).toMatchObject({ done: false });
    await production.must('get deployment quotes');
    await portal.unlock(lock);
    await done(production, setQuotes);
  });

  it('goes on restarting, scaling and configuring what is locked for deploys', async () => {
    const lock = await portal.lock({ service: 'quotes', reason: 'incident' });
    expect(await refused(production, setQuotes)).toContain('incident');
    await production.must('rollout restart deployment/quotes');
    await production.must('scale deployment/quotes --replicas=3');
    await production.must('set env deployment/quotes LEVEL=debug');
    await production.must(
      'patch hpa quotes --patch={"spec":{"maxReplicas":5}}',
    );
    await portal.unlock(lock);
    await done(production, setQuotes);
  });

  it('refuses to restart and to scale where the lock says so, and not to autoscalers', async () => {
    const lock = await portal.lock({
      service: 'quotes',
      actions: ['restart', 'scale'],
      reason: 'load test',
    });
    // kubectl by itself refuses a second restart within a second.
    await eventually(async () => {
      const { text } = await production.kubectl(
        'rollout restart deployment/quotes',
      );
      expect(text).toContain('denied request');
    });
    expect(
      await refused(production, () => 'rollout restart deployment/quotes'),
    ).toContain('Restarts of quotes in production: locked by dana');
    for (const command of [
      'scale deployment/quotes --replicas=5',
      'patch deployment quotes --patch={"spec":{"replicas":5}}',
      'patch hpa quotes --patch={"spec":{"maxReplicas":9}}',
    ]) {
      expect(await production.kubectl(command)).toMatchObject({
        done: false,
        text: expect.stringContaining('Scaling of quotes in production'),
      });
    }
    await production.must(setQuotes());
    await production.must(
      'scale deployment/quotes --replicas=4 --as=system:serviceaccount:kube-system:horizontal-pod-autoscaler --as-group=system:masters',
    );
    await portal.unlock(lock);
    await done(production, () => 'scale deployment/quotes --replicas=2');
  });

  it('refuses every image while everything is locked, also of what the portal does not know', async () => {
    const lock = await portal.lock({ reason: 'holidays' });
    expect(await refused(production, () => setImage('unknown'))).toContain(
      'Deploys in production: locked by dana until somebody unlocks: holidays',
    );
    await refused(staging, () => setImage('unknown'));
    expect(
      await production.kubectl('create deployment another --image=x'),
    ).toMatchObject({ done: false });
    await portal.unlock(lock);
    await done(production, () => setImage('unknown'));
    await done(staging, () => setImage('unknown'));
  });

  it('does not care about locks of other environments', async () => {
    const lock = await portal.lock({
      environment: 'staging',
      reason: 'a test',
    });
    expect(await refused(staging, setQuotes)).toContain('in staging');
    await production.must(setQuotes());
    await portal.unlock(lock);
    await done(staging, setQuotes);
  });

  it('knows a service by what the portal found, where labels do not tell', async () => {
    const lock = await portal.lock({ service: 'ledger', reason: 'year end' });
    expect(await refused(production, () => setImage('ledger'))).toContain(
      'year end',
    );
    await portal.unlock(lock);
    await done(production, () => setImage('ledger'));
  });

  it('lets deploys through when the time of a lock is up', async () => {
    await portal.lock({
      service: 'quotes',
      reason: 'a moment',
      expiresIn: 'PT12S',
    });
    expect(await refused(production, setQuotes)).toContain('a moment');
    await done(production, setQuotes);
  });

  it('lets the portal through, so that bounds fall back also while scaling is locked', async () => {
    const lock = await portal.lock({ actions: ['scale'], reason: 'a test' });
    // Setting what is set already would be no change to refuse.
    const setBounds = () =>
      `patch hpa quotes --patch={"spec":{"maxReplicas":${++version}}}`;
    expect(await refused(production, setBounds)).toContain('Scaling');
    await production.must(`${setBounds()} --as=${production.portal}`);
    await portal.unlock(lock);
    await done(production, setBounds);
  });

  it('keeps to the last locks while the portal is down; without the ConfigMap nothing is locked', async () => {
    await portal.lock({ service: 'quotes', reason: 'incident 4712' });
    await refused(production, setQuotes);
    await portal.stop();
    expect(await refused(production, setQuotes)).toContain('incident 4712');
    await production.must(
      `delete configmap sphera-locks --namespace=${production.system}`,
    );
    await done(production, setQuotes);
  });
});
