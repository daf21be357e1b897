import { UserIdentity } from '@backstage/core-components';
import type {
  AuthRequestOptions,
  BackstageIdentityApi,
  IdentityApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';

/**
 * The person behind a session with an identity provider.
 *
 * @param options - whether to open a window where there is no session yet
 * @returns undefined if there is no session, or the provider identifies nobody
 */
export async function sessionIdentity(
  authApi: ProfileInfoApi & BackstageIdentityApi & SessionApi,
  options: AuthRequestOptions,
): Promise<IdentityApi | undefined> {
  const response = await authApi.getBackstageIdentity(options);
  if (!response) {
    return undefined;
  }
  const profile = await authApi.getProfile();
  return UserIdentity.create({ identity: response.identity, profile, authApi });
}
