const address = () =>
  `http://127.0.0.1:${process.env.SPHERA_TEST_CLUSTERS_PORT}`;
/** The token of an administrator of the demo clusters, from packages/dev-fleet. */
const administrator = 'Bearer cluster-admin-Zp7xGk4NuW2cTq9Ys6LmBv3D';

/** Sets the image of a deployment whose container is called like it, as `kubectl set image` does. */
export async function setImage(
  place: { cluster: string; namespace: string; name: string },
  image: string,
): Promise<void> {
  const { cluster, namespace, name } = place;
  await ask(
    `/clusters/${cluster}/apis/apps/v1/namespaces/${namespace}/deployments/${name}`,
    {
      method: 'PATCH',
      headers: {
        authorization: administrator,
        'content-type': 'application/strategic-merge-patch+json',
      },
      body: JSON.stringify({
        spec: { template: { spec: { containers: [{ name, image }] } } },
      }),
    },
  );
}

/** Lets a cluster go down, or come back (`none`). */
export async function setFault(
  cluster: string,
  fault: 'down' | 'none',
): Promise<void> {
  await ask('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cluster, fault }),
  });
}

/** Lets a neighbour of the portal, like `git` or `slack`, fail in some way, or work again (`none`). */
export async function setNeighbourFault(
  neighbour: string,
  fault: string,
): Promise<void> {
  await ask('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ neighbour, fault }),
  });
}

/** Lets the flags of a cluster fail in some way, be edited by hand (`edited`), or be well again (`none`). */
export async function setFlagFault(
  cluster: string,
  fault: 'silent' | 'refuses' | 'edited' | 'none',
  flag?: string,
): Promise<void> {
  await ask('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ neighbour: 'flags', cluster, fault, flag }),
  });
}

/** What flagd reads of a flag in a cluster; undefined: it is not there. */
export async function flagInCluster(
  cluster: string,
  flag: string,
): Promise<string | undefined> {
  const response = await fetch(`${address()}/flags/clusters/${cluster}`);
  const text = (await response.text()).replaceAll('&quot;', '"');
  const [, json] = /<pre>([^]*)<\/pre>/.exec(text) ?? [];
  const found = json && JSON.parse(json).flags[flag];
  return found && JSON.stringify(found);
}

async function ask(path: string, request: RequestInit): Promise<void> {
  const response = await fetch(`${address()}${path}`, request);
  if (!response.ok) {
    throw new Error(
      `${path} answered ${response.status}: ${await response.text()}`,
    );
  }
}
