import { Stop } from '../say.mjs';
import { askApi } from './api.mjs';

/** How many nodes each cluster has; each takes any number of pods. */
const count = 3;

/**
 * Creates nodes that only kwok looks after.
 *
 * @param {import('./kubeconfig.mjs').Access} access
 * @throws Stop if the API server refuses one
 */
export async function createNodes(access) {
  for (let number = 1; number <= count; number++) {
    const { status, text } = await askApi(access, '/api/v1/nodes', {
      method: 'POST',
      body: node(`${access.name}-node-${number}`, access.name),
    });
    if (status !== 201) {
      throw new Stop(`Kubernetes (${access.name}) takes no node: ${text}`);
    }
  }
}

/** @returns {Promise<boolean>} whether all nodes are ready */
export async function nodesAreReady(access) {
  const { text } = await askApi(access, '/api/v1/nodes');
  const ready = JSON.parse(text).items.filter(({ status }) =>
    status.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  );
  return ready.length === count;
}

function node(name, region) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': region,
      },
    },
  };
}
