import type { RealCluster } from '@sphera/dev-fleet';

const PODS = 3;

/** What Git says, the version before it first. */
const RUNNING: Record<string, string[]> = {
  quotes: ['4.11.7', '4.12.1'],
  tracker: ['11.4.0', '11.5.2'],
  dispatch: ['6.2.0', '6.3.0'],
};

/** What a service of a test runs as. */
export const imageOf = (name: string, version: string) =>
  `registry.example/${name}:${version}`;

/** The command of kubectl that has a service run a version. */
export const setImage = (name: string, version: string) =>
  `set image deployment/${name} ${name}=${imageOf(name, version)}`;

/** A pod that is not on its way out. */
export interface PodOfTest {
  image: string;
  isReady: boolean;
}

/** Runs the services of a test, and waits until all their pods are ready. */
export async function runInRealCluster(cluster: RealCluster): Promise<void> {
  for (const [name, [first, ...later]] of Object.entries(RUNNING)) {
    await cluster.must(
      `create deployment ${name} --image=${imageOf(
        name,
        first,
      )} --replicas=${PODS}`,
    );
    await cluster.must(
      `label deployment ${name} backstage.io/kubernetes-id=${name}`,
    );
    for (const version of later) await cluster.must(setImage(name, version));
  }
  for (const name of Object.keys(RUNNING)) {
    await cluster.must(`rollout status deployment/${name} --timeout=60s`);
  }
}

/** The pods of a service that stay. */
export async function podsOf(
  cluster: RealCluster,
  name: string,
): Promise<PodOfTest[]> {
  const { items } = JSON.parse(
    await cluster.must(`get pods --selector=app=${name} --output=json`),
  );
  return items
    .filter(({ metadata }: any) => !metadata.deletionTimestamp)
    .map(({ spec, status }: any) => ({
      image: spec.containers[0].image,
      isReady: (status.conditions ?? []).some(
        (one: any) => one.type === 'Ready' && one.status === 'True',
      ),
    }));
}
