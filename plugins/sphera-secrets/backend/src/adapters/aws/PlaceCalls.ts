import type { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { AwsRegion } from './AwsRegion';
import type { Errand } from './Errand';
import { placeError } from './placeError';
import type { Api } from './rateLimits';

/** What a call is about, and what may end it. */
export interface About {
  /** Full name or ARN. */
  secret?: string;
  /** The key that it is encrypted with, where the caller knows it. */
  kmsKey?: string;
  signal?: AbortSignal;
}

/** Makes one call with an SDK client. */
type Call<T> = (
  aws: SecretsManager,
  options: { abortSignal: AbortSignal },
) => Promise<T>;

const KEY_FAILED = /^(De|En)cryptionFailure$/;

/** Calls to AWS Secrets Manager in one place, whose failures are told in sentences. */
export class PlaceCalls {
  constructor(
    private readonly region: AwsRegion,
    private readonly where: { place: string; account?: string },
  ) {}

  /** @throws PlaceError; the reason of the signal where that ended it */
  async send<T>(
    api: Api,
    { signal, ...about }: About,
    call: Call<T>,
  ): Promise<T> {
    try {
      return await this.sendAsIs(api, call, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      const errand = { ...this.where, api, ...about };
      throw placeError(error, await this.withKey(error, errand));
    }
  }

  /** Why a batch could not read one secret, as a sentence. */
  problem(secret: string, said: { code?: string; message?: string }): string {
    const thrown = { name: said.code, message: said.message };
    const errand = { ...this.where, api: 'GetSecretValue' as const, secret };
    return placeError(thrown, errand).message;
  }

  private async sendAsIs<T>(api: Api, call: Call<T>, signal?: AbortSignal) {
    return this.region.send(
      api,
      (aws, abortSignal) => call(aws, { abortSignal }),
      signal,
    );
  }

  /** AWS does not say which key it failed with. */
  private async withKey(error: unknown, errand: Errand): Promise<Errand> {
    const { secret, kmsKey } = errand;
    if (!secret || kmsKey || !KEY_FAILED.test((error as Error).name)) {
      return errand;
    }
    const found = await this.sendAsIs('DescribeSecret', (aws, options) =>
      aws.describeSecret({ SecretId: secret }, options),
    ).catch(() => undefined);
    return { ...errand, kmsKey: found?.KmsKeyId };
  }
}
