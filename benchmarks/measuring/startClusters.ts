import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { fleetServiceName } from '../../packages/dev-fleet/src';

/** What a process of clusters is asked for. */
export interface ClustersWanted {
  names: string[];
  /** In each of them. */
  services: number;
  podsPerDeployment: number;
  token: string;
}

/** Clusters that answer, and what a portal has to be told of them. */
export interface Clusters {
  names: string[];
  token: string;
  urlOf(cluster: string): string;
  /** `sphera.fleet` of the configuration, with the first so many of them. */
  fleet(count?: number): object;
  /** Their services as the catalog has them. */
  entities: Entity[];
  stop(): void;
}

const TOKEN = 'benchmark-clusters-8dWq3HxVt6Ly9KpZr2Mf';

/** Starts so many clusters with the same services in each: half in staging, half in production. */
export async function startClusters(size: {
  clusters: number;
  services: number;
  podsPerDeployment: number;
}): Promise<Clusters> {
  const names = Array.from({ length: size.clusters }, (_, n) => `cluster-${n}`);
  const child = fork(join(__dirname, 'clusterProcess.ts'));
  child.send({ ...size, names, token: TOKEN } satisfies ClustersWanted);
  const url = await new Promise<string>((resolve, reject) => {
    // What transforms the sources on their way in has messages of its own.
    child.on('message', message => {
      const { clustersAt } = message as { clustersAt?: string };
      if (clustersAt) resolve(clustersAt);
    });
    child.once('exit', () => reject(new Error('The clusters did not start')));
  });
  const urlOf = (cluster: string) => `${url}/clusters/${cluster}`;
  return {
    names,
    token: TOKEN,
    urlOf,
    fleet: (count = names.length) => ({
      environments: [{ name: 'staging' }, { name: 'production' }],
      regions: [{ name: 'eu-central-1' }],
      clusters: names.slice(0, count).map((name, n) => ({
        name,
        environment: n % 2 ? 'production' : 'staging',
        region: 'eu-central-1',
        url: urlOf(name),
        access: { type: 'token', token: TOKEN },
      })),
    }),
    entities: Array.from({ length: size.services }, (_, n) =>
      entityOf(fleetServiceName(n)),
    ),
    stop: () => child.disconnect(),
  };
}

function entityOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-id': name },
    },
    spec: { type: 'microservice', owner: 'team-1', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-1' }],
  };
}
