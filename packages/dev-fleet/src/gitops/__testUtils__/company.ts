import { setTimeout as wait } from 'node:timers/promises';
import { commitTo } from '../../git/commitTo';
import { runGit } from '../../git/runGit';
import {
  startGitServer,
  type RunningGitServer,
} from '../../git/startGitServer';
import { machineClock } from '../../kubernetes/clock';
import type { Deployment, Pod } from '../../kubernetes/objects';
import { resources } from '../../kubernetes/resources';
import { applyWorkload } from '../../kubernetes/settled/settledWorkload';
import {
  startKubernetesStandIn,
  type KubernetesStandIn,
} from '../../kubernetes/startKubernetesStandIn';
import type { FollowedFile, FollowedRepository } from '../FollowedFile';
import type { GitOpsAgent } from '../GitOpsAgent';
import { kubeConfigFor } from '../kubeConfigFor';
import { startGitOpsAgent } from '../startGitOpsAgent';

export const REPOSITORY = 'kestrel-parcels/deployments';
const ADMIN = 'admin-of-a-test-Rw8vKq3Z';
export const TOKEN = 'agent-of-a-test-Xq8Lz2Rb';
const CLUSTERS = ['one', 'two'];
/** Pods start and refused clusters are asked again so many times faster. */
const SPEED = 40;

/** A file for each cluster of one service, a file for both of another, and an application. */
export const FILES: FollowedFile[] = [
  ...CLUSTERS.map(
    (cluster): FollowedFile => ({
      repository: REPOSITORY,
      path: `quotes/${cluster}/values.yaml`,
      place: { kind: 'yaml', path: ['image', 'tag'] },
      deployments: [{ cluster, namespace: 'shop', name: 'quotes' }],
    }),
  ),
  {
    repository: REPOSITORY,
    path: 'tracking/kustomization.yaml',
    place: { kind: 'kustomize', image: 'registry.example/tracking' },
    deployments: CLUSTERS.map(cluster => ({
      cluster,
      namespace: 'shop',
      name: 'tracking',
    })),
  },
  {
    repository: REPOSITORY,
    path: 'applications/payments.yaml',
    place: { kind: 'application', parameter: 'image.tag' },
    deployments: [{ cluster: 'one', namespace: 'shop', name: 'payments' }],
    application: 'payments-one',
  },
];

export const texts = {
  values: (version: string) => `image:\n  tag: ${version}\n`,
  kustomization: (version: string) =>
    `images:\n- name: registry.example/tracking\n  newTag: ${version}\n`,
  application: (version: string) =>
    `spec:\n  source:\n    helm:\n      parameters:\n      - name: image.tag\n        value: "${version}"\n`,
};

/** Two clusters that run version 1.0.0 of everything, and the repository that says so. */
export interface Company {
  clusters: KubernetesStandIn;
  git: RunningGitServer;
  /** Starts an agent that is stopped by the end of the test. */
  startAgent(options?: {
    isTold?: boolean;
    remote?: FollowedRepository['remote'];
    folder?: string;
  }): Promise<GitOpsAgent>;
  /** Commits to the branch, as if it had been pushed. */
  push(files: Record<string, string | null>): Promise<string>;
  deployment(cluster: string, name: string): Deployment;
  /** Somebody changes an image past Git. */
  setImage(cluster: string, name: string, image: string): void;
  /** The image of each pod of a deployment. */
  images(cluster: string, name: string): string[];
  /** Locks deploys of everything in a cluster, or takes the lock off. */
  lock(cluster: string, sentence: string | undefined): void;
}

const atEnd: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
});

/** Runs at the end of the test. */
export const whenOver = (end: () => Promise<unknown>) => atEnd.push(end);

/** Starts them for one test. */
export async function startCompany(): Promise<Company> {
  const clock = machineClock(SPEED);
  const clusters = await startKubernetesStandIn({
    clusters: CLUSTERS,
    accounts: [{ token: ADMIN, user: 'admin' }],
    clock,
    fill(cluster) {
      for (const name of ['quotes', 'tracking', 'payments']) {
        applyWorkload(cluster, workload(name, clock.now()));
      }
    },
  });
  whenOver(() => clusters.stop());
  const git = await startGitServer({
    repositories: [{ name: REPOSITORY }],
    accounts: [{ login: 'agent', token: TOKEN }],
  });
  whenOver(() => git.stop());
  const folder = git.folderOf(REPOSITORY);
  const push = async (files: Record<string, string | null>) => {
    const hash = await commitTo(folder, {
      files,
      message: 'A change',
      author: { name: 'Mei Lin', email: 'mei.lin@kestrel.example' },
      at: Date.parse('2026-11-20T09:00:00Z'),
    });
    git.repositories.pushed(REPOSITORY, 'main');
    return hash;
  };
  await push({
    ...Object.fromEntries(
      CLUSTERS.map(each => [
        `quotes/${each}/values.yaml`,
        texts.values('1.0.0'),
      ]),
    ),
    'tracking/kustomization.yaml': texts.kustomization('1.0.0'),
    'applications/payments.yaml': texts.application('1.0.0'),
  });
  const store = (cluster: string) => clusters.cluster(cluster).store;
  return {
    clusters,
    git,
    async startAgent({ isTold = true, remote, folder: copy = folder } = {}) {
      const agent = await startGitOpsAgent({
        repositories: [
          { name: REPOSITORY, branch: 'main', folder: copy, remote },
        ],
        files: FILES,
        clusters: Object.fromEntries(
          CLUSTERS.map(each => [
            each,
            kubeConfigFor(clusters.urlOf(each), ADMIN),
          ]),
        ),
        clock,
        ...(isTold && {
          onPush: listener => git.repositories.onPush(listener),
        }),
      });
      whenOver(() => agent.stop());
      return agent;
    },
    push,
    deployment: (cluster, name) =>
      store(cluster).get(resources.deployments, 'shop', name) as Deployment,
    setImage: (cluster, name, image) =>
      void store(cluster).change(
        resources.deployments,
        { metadata: { namespace: 'shop', name } },
        deployment => {
          const { template } = deployment.spec;
          const [main, ...others] = template.spec.containers;
          const containers = [{ ...main, image }, ...others];
          const next = { ...template, spec: { ...template.spec, containers } };
          return {
            ...deployment,
            spec: { ...deployment.spec, template: next },
          };
        },
      ),
    images: (cluster, name) =>
      store(cluster)
        .list(resources.pods)
        .filter(({ metadata }: Pod) => metadata.name.startsWith(`${name}-`))
        .map(({ spec }: Pod) => spec.containers[0].image),
    lock(cluster, sentence) {
      clusters.cluster(cluster).apply({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { namespace: 'sphera-system', name: 'sphera-locks' },
        ...(sentence && { data: { 'all.deploy': sentence } }),
      });
    },
  };
}

/** An empty bare repository for a copy. */
export async function emptyRepository(folder: string): Promise<string> {
  await runGit(folder, ['init', '--quiet', '--bare', '-b', 'main', '.']);
  return folder;
}

/** Waits until something is so. @throws Error where it is not within half a minute */
export async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`It never came: ${isSo}`);
    await wait(10);
  }
}

function workload(name: string, now: number) {
  return {
    namespace: 'shop',
    name,
    labels: { 'app.kubernetes.io/name': name },
    replicas: 2,
    revisions: [
      {
        at: now - 86_400_000,
        template: {
          metadata: {
            labels: {
              'app.kubernetes.io/name': name,
              'app.kubernetes.io/version': '1.0.0',
            },
          },
          spec: {
            containers: [
              { name: 'main', image: `registry.example/${name}:1.0.0` },
              { name: 'proxy', image: 'registry.example/proxy:3.2.1' },
            ],
          },
        },
      },
    ],
  };
}
