import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { OperationCall } from '@sphera/plugin-operations-node';
import type { listServices } from '@sphera/plugin-services-common';
import { wrongField } from './hub/wrongField';

/**
 * Entity refs in whose name the caller owns things: their own and their teams'.
 * @throws InputError for a program, which owns nothing
 */
export async function ownershipOf(
  { actor, credentials }: OperationCall<typeof listServices>,
  userInfo: UserInfoService,
): Promise<string[]> {
  if (actor.kind !== 'user') {
    throw wrongField('mine', 'is for people: a program owns no services');
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs;
}
