import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  PutImageCommand,
  type ECRClientConfig,
} from '@aws-sdk/client-ecr';
import { manifestText } from './texts';

/** An ECR that the contract is tried on. */
export interface ContractEcr {
  account: string;
  /** One attempt a call, so that a test sees each error. */
  config: ECRClientConfig & { region: string };
  close(): Promise<void>;
}

/** What others than AWS are known to do otherwise; the contract fails once one of them does not any more. */
export type Difference = 'no-pages' | 'other-refusal' | 'untagged-is-gone';

/** One ECR under test, and the name of a repository of each test's own. */
export class Trial {
  name = '';
  #made = 0;
  #ecr?: ContractEcr;
  #client?: ECRClient;

  constructor(
    private readonly start: () => Promise<ContractEcr>,
    private readonly differences: readonly Difference[],
  ) {}

  async open(): Promise<void> {
    this.#ecr = await this.start();
    this.#client = new ECRClient(this.#ecr.config);
  }

  begin(): void {
    this.name = `sphera-test/quotes-${++this.#made}`;
  }

  async close(): Promise<void> {
    this.#client?.destroy();
    await this.#ecr?.close();
  }

  get ecr(): ContractEcr {
    return this.#ecr!;
  }

  get client(): ECRClient {
    return this.#client!;
  }

  /** `it`, or its opposite where a difference is known. */
  unless(difference: Difference) {
    return this.differences.includes(difference) ? it.failing : it;
  }

  async create(more: object = {}) {
    return this.client.send(
      new CreateRepositoryCommand({ repositoryName: this.name, ...more }),
    );
  }

  async described() {
    const { repositories } = await this.client.send(
      new DescribeRepositoriesCommand({ repositoryNames: [this.name] }),
    );
    return repositories![0];
  }

  async push(imageTag: string, imageManifest = manifestText(imageTag)) {
    const repositoryName = this.name;
    return this.client.send(
      new PutImageCommand({ repositoryName, imageTag, imageManifest }),
    );
  }
}
