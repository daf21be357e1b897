import { AppsV1Api } from '@kubernetes/client-node';
import {
  ADMIN,
  as,
  configFor,
  deploy,
  refusal,
  startCluster,
} from './__testUtils__/clusters';
import { readRules } from './access/rules';

const PORTAL = 'portal-Lm4xWq8Tz';
const user = 'system:serviceaccount:sphera-system:portal';
const rules = readRules(`
kind: ServiceAccount
metadata: { name: portal }
---
kind: ClusterRole
metadata: { name: portal }
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, watch]
  - apiGroups: ['']
    resources: [pods/log]
    verbs: [get]
---
kind: Role
metadata: { name: portal, namespace: sphera-system }
rules:
  - apiGroups: ['']
    resources: [configmaps]
    resourceNames: [sphera-locks]
    verbs: [get]
`);

const startWithPortal = async () => {
  const cluster = await startCluster({
    accounts: [
      { token: ADMIN, user: 'admin' },
      { token: PORTAL, user, rules },
    ],
  });
  const config = configFor(cluster.standIn.urlOf('here'), PORTAL);
  return { ...cluster, portal: config.makeApiClient(AppsV1Api) };
};

describe('access to a cluster', () => {
  it.each([undefined, 'wrong'])('needs a token: %s', async token => {
    const { standIn } = await startCluster();
    const response = await fetch(`${standIn.urlOf('here')}/api/v1/pods`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'Unauthorized',
      message: 'Unauthorized',
      code: 401,
    });
  });

  it('needs no token to hear whether the cluster is well', async () => {
    const { standIn } = await startCluster();
    const { status } = await fetch(`${standIn.urlOf('here')}/readyz`);
    expect(status).toBe(200);
  });

  it('is limited by the rules of the roles in a manifest', async () => {
    const cluster = await startWithPortal();
    await deploy(cluster);
    const { items } = await cluster.portal.listDeploymentForAllNamespaces();
    expect(items).toHaveLength(1);
    expect(
      await refusal(
        cluster.portal.patchNamespacedDeployment(
          {
            namespace: 'shop',
            name: 'quotes',
            body: { spec: { replicas: 1 } },
          },
          as.merge,
        ),
      ),
    ).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      message: `deployments.apps "quotes" is forbidden: User "${user}" cannot patch resource "deployments" in API group "apps" in the namespace "shop"`,
      details: { name: 'quotes', group: 'apps', kind: 'deployments' },
    });
    expect(
      await refusal(cluster.portal.listReplicaSetForAllNamespaces()),
    ).toMatchObject({
      code: 403,
      message: `replicasets.apps is forbidden: User "${user}" cannot list resource "replicasets" in API group "apps" at the cluster scope`,
    });
  });

  it('holds for one namespace and one name where a role says so', async () => {
    const { fetch } = await startWithPortal();
    const statusOf = async (path: string) =>
      (await fetch(path, { token: PORTAL })).status;
    const maps = (namespace: string) =>
      `/api/v1/namespaces/${namespace}/configmaps`;
    expect(await statusOf(`${maps('sphera-system')}/sphera-locks`)).toBe(404);
    expect(await statusOf(`${maps('sphera-system')}/others`)).toBe(403);
    expect(await statusOf(`${maps('shop')}/sphera-locks`)).toBe(403);
    expect(await statusOf(maps('sphera-system'))).toBe(403);
  });

  it('tells a subresource from its resource', async () => {
    const { fetch } = await startWithPortal();
    const pod = '/api/v1/namespaces/shop/pods/none';
    expect((await fetch(`${pod}/log`, { token: PORTAL })).status).toBe(404);
    const forbidden = await fetch(pod, { token: PORTAL });
    expect(forbidden.status).toBe(403);
  });
});
