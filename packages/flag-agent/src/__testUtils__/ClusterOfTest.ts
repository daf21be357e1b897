import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RealCluster } from '@sphera/dev-fleet';

const manifests = resolve(__dirname, '../../manifests');
const ACCOUNT = 'sphera-flag-agent';

/** A namespace of a test's own in a real cluster, with accounts as pods have them. */
export class ClusterOfTest {
  private constructor(
    private readonly cluster: RealCluster,
    private readonly folder: string,
    private readonly server: URL,
  ) {}

  static async make(): Promise<ClusterOfTest> {
    const id = randomBytes(4).toString('hex');
    const cluster = new RealCluster('region-a', id, manifests);
    await cluster.must(`create namespace ${cluster.workloads}`);
    const folder = await mkdtemp(join(tmpdir(), 'sphera-account-'));
    const { server, caData } = cluster.administrator().getCurrentCluster()!;
    const made = new ClusterOfTest(cluster, folder, new URL(server));
    await writeFile(made.ca, Buffer.from(caData ?? '', 'base64'));
    return made;
  }

  get namespace(): string {
    return this.cluster.workloads;
  }

  /** The account of the manifests, as the cluster calls it. */
  get agent(): string {
    return `system:serviceaccount:${this.namespace}:${ACCOUNT}`;
  }

  get url(): string {
    return this.server.origin;
  }

  /** What a pod has in its environment. */
  get env(): Record<string, string> {
    const { hostname, port } = this.server;
    return {
      KUBERNETES_SERVICE_HOST: hostname,
      KUBERNETES_SERVICE_PORT: port || '443',
    };
  }

  /** As an administrator, in the namespace. @throws Error with what kubectl wrote */
  async kubectl(command: string, input?: string): Promise<string> {
    return this.cluster.must(command, input);
  }

  /** What is shipped, moved into the namespace. */
  async manifest(name: string): Promise<string> {
    const text = await readFile(join(manifests, name), 'utf8');
    return text.replaceAll(
      'namespace: default',
      `namespace: ${this.namespace}`,
    );
  }

  /** Applies what is shipped for a ConfigMap; answers the folder that a pod of the account has. */
  async installAgent(): Promise<string> {
    await this.kubectl('apply -f -', await this.manifest('config-map.yaml'));
    return this.folderOf(ACCOUNT);
  }

  /** Token and authority of an account that is there. */
  async folderOf(account: string): Promise<string> {
    const folder = join(this.folder, account);
    await mkdir(folder, { recursive: true });
    const token = await this.kubectl(`create token ${account}`);
    await writeFile(join(folder, 'token'), token);
    await writeFile(join(folder, 'ca.crt'), await readFile(this.ca));
    return folder;
  }

  async remove(): Promise<void> {
    const { namespace } = this;
    await this.kubectl(`delete --wait=false namespace ${namespace}`);
    await rm(this.folder, { recursive: true, force: true });
  }

  private get ca(): string {
    return join(this.folder, 'ca.crt');
  }
}
