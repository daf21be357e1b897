import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { AuditRecord, listEvents } from '@sphera/plugin-audit-common';
import kubernetesPlugin from '@sphera/plugin-kubernetes-backend';
import {
  restartDeployment,
  streamLogs,
} from '@sphera/plugin-kubernetes-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import servicesPlugin from '@sphera/plugin-services-backend';
import { people } from './__testUtils__/company';
import { ClusterOfTest, startCluster } from './__testUtils__/startCluster';
import { Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('the audit log says what was done in clusters', () => {
  let portal: Portal;
  let cluster: ClusterOfTest;
  let samuel: string;

  beforeAll(async () => {
    cluster = await startCluster('payments');
    portal = await startPortal({
      clusters: [cluster.settings],
      features: [
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        persistingAuditorFactory,
        auditPlugin,
        kubernetesPlugin,
        locksPlugin,
        servicesPlugin,
      ],
    });
    samuel = await portal.signIn(people.samuel);
    await cluster.seenBy(portal, samuel);
  });
  afterAll(() => cluster.stop());

  /** The record of the latest call of an operation, once it stands like this. */
  async function recordOf(name: string, outcome: AuditRecord['outcome']) {
    const operation = `sphera-kubernetes:${name}`;
    return eventually(async (): Promise<AuditRecord> => {
      const response = await portal.ask(listEvents, { operation }, samuel);
      const { items } = (await response.json()) as OutputOf<typeof listEvents>;
      expect(items[0]).toMatchObject({ outcome });
      return items[0];
    });
  }

  it('who began and stopped to read which log, and nothing of what it says', async () => {
    const pod = cluster.pod();
    const gone = new AbortController();
    const query = new URLSearchParams({ ...pod, follow: 'true' });
    const response = await portal.fetch(
      `/api/sphera-kubernetes/v1/stream-logs?${query}`,
      { token: samuel, signal: gone.signal },
    );
    const { value } = await response.body!.getReader().read();
    const [line] = Buffer.from(value!).toString().split('\n');
    const begun = await recordOf(streamLogs.name, 'initiated');
    const asked = {
      actor: people.samuel,
      door: 'http',
      service: 'component:default/payments',
      environment: 'production',
      cluster: pod.cluster,
      details: { input: pod },
    };
    expect(begun).toMatchObject(asked);

    gone.abort();
    const ended = await recordOf(streamLogs.name, 'succeeded');
    expect(ended).toMatchObject({ ...asked, correlation: begun.correlation });
    const text = line.slice(line.indexOf(' ') + 1);
    expect(text).not.toBe('');
    expect(JSON.stringify([begun, ended])).not.toContain(text);
  });

  it('how a restart ended, as a record of its own in the name of who pressed it', async () => {
    const deployment = cluster.deployment();
    const reason = 'picks up the new certificate';
    const response = await portal.ask(
      restartDeployment,
      { ...deployment, reason },
      samuel,
    );
    expect(response.status).toBe(200);
    const { id } = await response.json();
    expect(await recordOf(restartDeployment.name, 'succeeded')).toMatchObject({
      actor: people.samuel,
      door: 'http',
      reason,
    });
    expect(await recordOf('settle-restart', 'succeeded')).toMatchObject({
      actor: people.samuel,
      door: 'schedule',
      service: 'component:default/payments',
      cluster: deployment.cluster,
      details: { input: { id, state: 'done' } },
    });
  });
});
