import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Actor } from '../pipeline/actor';
import { FieldError } from '../errors';

/**
 * Entity refs in whose name the caller owns things: their own and their teams'.
 * @throws FieldError for a program, which owns nothing
 */
export async function ownershipOf(
  { actor, credentials }: { actor: Actor; credentials: BackstageCredentials },
  userInfo: UserInfoService,
): Promise<string[]> {
  if (actor.kind !== 'user') {
    throw new FieldError('mine', 'is for people: a program owns no services');
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs;
}
