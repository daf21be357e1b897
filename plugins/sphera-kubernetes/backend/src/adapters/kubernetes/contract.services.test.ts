import { randomBytes } from 'node:crypto';
import {
  CoreV1Api,
  dumpYaml,
  KubeConfig,
  KubernetesObjectApi,
  loadAllYaml,
  type KubernetesObject,
} from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { shippedRole } from './__testUtils__/rights';
import {
  ContractCluster,
  describeTheAdapter,
  Rule,
} from './__testUtils__/contract';

const RBAC = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const ROLE = 'rbac.authorization.k8s.io';

const newKind = (group: string) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `trifles.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: { kind: 'Trifle', plural: 'trifles', singular: 'trifle' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object' } },
      },
    ],
  },
});

/** A cluster of the kubeconfig for tests, with accounts of our own. */
async function open(context: string): Promise<ContractCluster> {
  const admin = new KubeConfig();
  admin.loadFromFile(process.env.SPHERA_TEST_KUBECONFIG!);
  admin.setCurrentContext(context);
  const { server, caData } = admin.getCurrentCluster()!;
  const objects = KubernetesObjectApi.makeApiClient(admin);
  const core = admin.makeApiClient(CoreV1Api);
  const made: KubernetesObject[] = [];
  const make = async (some: object[]) => {
    for (const object of some as KubernetesObject[]) {
      await objects.create(object);
      made.unshift(object);
    }
  };
  const suffix = randomBytes(4).toString('hex');
  const lockNamespace = `sphera-system-${suffix}`;

  const tokenOf = async (name: string) => {
    const { status } = await core.createNamespacedServiceAccountToken({
      name,
      namespace: lockNamespace,
      body: { spec: { audiences: [], expirationSeconds: 3_600 } },
    });
    return status!.token;
  };
  // As an operator applies it, under names that no other test has.
  const manifest = shippedRole()
    .map(object => dumpYaml(object))
    .join('---\n')
    .replaceAll('sphera-system', lockNamespace)
    .replaceAll('name: sphera-portal', `name: sphera-portal-${suffix}`);
  await make(loadAllYaml(manifest));

  return {
    url: server,
    caData,
    admin,
    portal: { token: await tokenOf(`sphera-portal-${suffix}`), lockNamespace },
    // The memory of a kind begins with the kind, so a new one knows nothing of the first version.
    async forgotten() {
      const group = `${suffix}.sphera.example`;
      await make([newKind(group)]);
      const resource = { group, version: 'v1', plural: 'trifles' };
      await eventually(async () =>
        objects.list(`${group}/v1`, 'Trifle', lockNamespace),
      );
      return { token: admin.getCurrentUser()!.token!, resource, version: '1' };
    },
    async close() {
      for (const object of made) await objects.delete(object);
    },
    wordsOfLog: /GET \/orders/,
    async tokenWith(rules: Rule[]) {
      const name = `limited-${randomBytes(4).toString('hex')}`;
      await make([
        {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name, namespace: lockNamespace },
        },
        { ...RBAC, kind: 'ClusterRole', metadata: { name }, rules },
        {
          ...RBAC,
          kind: 'ClusterRoleBinding',
          metadata: { name },
          roleRef: { apiGroup: ROLE, kind: 'ClusterRole', name },
          subjects: [
            { kind: 'ServiceAccount', name, namespace: lockNamespace },
          ],
        },
      ]);
      return tokenOf(name);
    },
  };
}

describeTheAdapter('a real control plane', () => open('region-b'));
