import type { Fields } from '../../aws/Fields';
import { invalidRequest } from '../errors';
import type { SecretStore } from '../store/SecretStore';
import type { StoredSecret } from '../store/StoredSecret';

/** The id of the secret that a request is about. @throws AwsError ValidationException */
export const secretIdOf = (fields: Fields): string =>
  fields.needed('SecretId', { least: 1, most: 2_048 });

/** The secret that a request is about. @throws AwsError where there is none, or it waits for its deletion */
export function openSecret(store: SecretStore, fields: Fields): StoredSecret {
  const secret = store.get(secretIdOf(fields));
  refuseDeleted(secret);
  return secret;
}

/** @throws AwsError InvalidRequestException */
export function refuseDeleted({ deletedAt }: StoredSecret): void {
  if (deletedAt === undefined) return;
  throw invalidRequest(
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}
