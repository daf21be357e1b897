import { batchGetSecretValue } from './batchGetSecretValue';
import { createSecret } from './createSecret';
import { deleteSecret, restoreSecret } from './deletion';
import { describeSecret } from './describeSecret';
import { getSecretValue } from './getSecretValue';
import { listSecrets } from './listSecrets';
import { listSecretVersionIds } from './listSecretVersionIds';
import type { Operation } from './Operation';
import { putSecretValue } from './putSecretValue';
import { tagResource, untagResource } from './tags';
import { updateSecret } from './updateSecret';
import { updateSecretVersionStage } from './updateSecretVersionStage';

/** What the stand-in can do, by the name of the call. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['BatchGetSecretValue', batchGetSecretValue],
  ['CreateSecret', createSecret],
  ['DeleteSecret', deleteSecret],
  ['DescribeSecret', describeSecret],
  ['GetSecretValue', getSecretValue],
  ['ListSecretVersionIds', listSecretVersionIds],
  ['ListSecrets', listSecrets],
  ['PutSecretValue', putSecretValue],
  ['RestoreSecret', restoreSecret],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
  ['UpdateSecret', updateSecret],
  ['UpdateSecretVersionStage', updateSecretVersionStage],
]);
