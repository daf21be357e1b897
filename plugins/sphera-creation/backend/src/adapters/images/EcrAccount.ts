import { ECR } from '@aws-sdk/client-ecr';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ImagesSettings } from '../../settings/CreationSettings';
import { ecrError } from './ecrError';

const CONNECT_WITHIN_MS = 2_000;
const ANSWER_WITHIN_MS = 10_000;

/** The SDK writes to the console otherwise. */
const SILENT = {
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
};

/** ECR in one account and region, with the credentials that `aws` has for the account. */
export class EcrAccount {
  readonly #handler = new NodeHttpHandler({
    connectionTimeout: CONNECT_WITHIN_MS,
    requestTimeout: ANSWER_WITHIN_MS,
    logger: SILENT,
  });
  #ecr?: ECR;

  constructor(
    private readonly settings: ImagesSettings,
    private readonly credentials: AwsCredentialsManager,
  ) {}

  /**
   * Sends calls.
   * @param api - for sentences: `CreateRepository`
   * @throws NeighbourError
   */
  async send<T>(api: string, call: (ecr: ECR) => Promise<T>): Promise<T> {
    try {
      this.#ecr ??= this.#connect();
      return await call(this.#ecr);
    } catch (error) {
      throw ecrError(error as Error, { api, ...this.settings });
    }
  }

  /** Closes the connections. */
  close(): void {
    this.#handler.destroy();
  }

  #connect(): ECR {
    const { account: accountId, region, endpoint } = this.settings;
    return new ECR({
      region,
      endpoint,
      credentials: async () => {
        const provider = await this.credentials.getCredentialProvider({
          accountId,
        });
        return provider.sdkCredentialProvider();
      },
      requestHandler: this.#handler,
      maxAttempts: 3,
      logger: SILENT,
    });
  }
}
