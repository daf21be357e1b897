import type { KubernetesStandIn } from '@sphera/dev-fleet';
import { TOKEN } from './startKubernetes';
import { NAMESPACE } from './workloads';

const PATHS = {
  deployments: '/apis/apps/v1',
  horizontalpodautoscalers: '/apis/autoscaling/v2',
};

/** Changes an object in a cluster past the portal, as somebody with kubectl would. */
export async function patchInCluster(
  standIn: KubernetesStandIn,
  cluster: string,
  kind: keyof typeof PATHS,
  name: string,
  patch: object,
): Promise<void> {
  const response = await fetch(
    `${standIn.urlOf(cluster)}${
      PATHS[kind]
    }/namespaces/${NAMESPACE}/${kind}/${name}`,
    {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/strategic-merge-patch+json',
      },
      body: JSON.stringify(patch),
    },
  );
  if (!response.ok) throw new Error(await response.text());
}
