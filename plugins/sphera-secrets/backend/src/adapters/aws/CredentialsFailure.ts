import type { AwsCredentialProvider } from '@backstage/integration-aws-node';

/** What an SDK client asks for credentials. */
export type ProvideCredentials = AwsCredentialProvider['sdkCredentialProvider'];

/** The portal could not get credentials: not a failure of the call that they were for. */
export class CredentialsFailure extends Error {
  override name = 'CredentialsFailure';
  constructor(override readonly cause: unknown) {
    super('no credentials');
  }
}

/** Credentials whose failures can be told apart from those of the call. */
export function telling(
  get: () => Promise<ProvideCredentials>,
  options: { forceRefresh: boolean },
): ProvideCredentials {
  return async asked => {
    try {
      const provide = await get();
      return await provide({ ...asked, ...options });
    } catch (error) {
      throw new CredentialsFailure(error);
    }
  };
}
