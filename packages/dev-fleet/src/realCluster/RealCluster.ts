import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KubeConfig } from '@kubernetes/client-node';
import { ANCHOR } from './anchor';

const run = promisify(execFile);

/** What a command of kubectl came to. */
export interface Outcome {
  done: boolean;
  /** What it wrote, errors included. */
  text: string;
}

/**
 * One cluster of `SPHERA_TEST_KUBECONFIG`, through kubectl. Names that belong to
 * the whole cluster get a suffix, so that tests beside this one are left alone.
 */
export class RealCluster {
  /** Where the workloads of the test are. */
  readonly workloads: string;
  /** Where the portal's account and the ConfigMap of locks are. */
  readonly system: string;
  /** The portal's account, as the cluster calls it. */
  readonly portal: string;
  private readonly kubeconfig = process.env.SPHERA_TEST_KUBECONFIG ?? '';

  constructor(
    private readonly context: string,
    /** A word of the test's own, for names. */
    private readonly id: string,
    /** Folder of what is shipped for clusters: `cluster-role.yaml`, `locks-policy.yaml`. */
    private readonly manifests: string,
  ) {
    this.workloads = `sphera-test-${id}`;
    this.system = `sphera-test-${id}-system`;
    this.portal = `system:serviceaccount:${this.system}:sphera-portal-${id}`;
  }

  /** Runs kubectl in the namespace of the workloads, as an administrator. */
  async kubectl(command: string, input?: string): Promise<Outcome> {
    const program = process.env.SPHERA_TEST_KUBECTL ?? 'kubectl';
    const where = [
      `--kubeconfig=${this.kubeconfig}`,
      `--context=${this.context}`,
      `--namespace=${this.workloads}`,
    ];
    const running = run(program, [...where, ...command.split(' ')]);
    running.child.stdin?.end(input);
    return running.then(
      ({ stdout, stderr }) => ({ done: true, text: stdout + stderr }),
      error => ({ done: false, text: `${error.stdout}${error.stderr}` }),
    );
  }

  /** @throws Error with what kubectl wrote, where it fails. */
  async must(command: string, input?: string): Promise<string> {
    const { done, text } = await this.kubectl(command, input);
    if (!done) throw new Error(`kubectl ${command}: ${text}`);
    return text;
  }

  /** Applies what is shipped: the portal's account, and the policy. */
  async install(): Promise<void> {
    await this.must(`create namespace ${this.workloads}`);
    await this.must('apply -f -', ANCHOR);
    for (const file of ['cluster-role.yaml', 'locks-policy.yaml']) {
      await this.must(
        `apply --namespace=${this.system} -f -`,
        await this.manifest(file),
      );
    }
  }

  /** Takes away everything of the test. */
  async remove(): Promise<void> {
    for (const file of ['locks-policy.yaml', 'cluster-role.yaml']) {
      await this.kubectl(
        `delete --wait=false --namespace=${this.system} -f -`,
        await this.manifest(file),
      );
    }
    await this.kubectl(`delete --wait=false namespace ${this.workloads}`);
  }

  /** How the portal gets at it, as `sphera.fleet.clusters` has it. */
  async access() {
    const { clusters, contexts } = JSON.parse(
      await this.must('config view --raw -o json'),
    );
    const named = (list: any[], name: string) =>
      list.find(one => one.name === name);
    const { cluster } = named(
      clusters,
      named(contexts, this.context).context.cluster,
    );
    const account = `sphera-portal-${this.id}`;
    const token = await this.must(
      `create token ${account} --namespace=${this.system}`,
    );
    return {
      url: cluster.server,
      caData: cluster['certificate-authority-data'],
      access: { type: 'token', token: token.trim() },
    };
  }

  /** How an administrator gets at it. */
  administrator(): KubeConfig {
    const config = new KubeConfig();
    config.loadFromFile(this.kubeconfig);
    config.setCurrentContext(this.context);
    return config;
  }

  private async manifest(file: string): Promise<string> {
    return (await readFile(join(this.manifests, file), 'utf8'))
      .replaceAll('sphera-system', this.system)
      .replaceAll('sphera-portal', `sphera-portal-${this.id}`)
      .replaceAll('sphera-locks-', `sphera-locks-${this.id}-`)
      .replaceAll(
        'matchExpressions:',
        `matchExpressions:
        - { key: kubernetes.io/metadata.name, operator: In, values: [${this.workloads}] }`,
      );
  }
}
