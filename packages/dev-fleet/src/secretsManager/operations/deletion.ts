import { invalidParameter, invalidRequest } from '../errors';
import { seconds } from './describeSecret';
import type { Operation } from './Operation';
import { secretIdOf } from './openSecret';

const DAY = 86_400_000;
const USUAL_WINDOW = 30;

export const deleteSecret: Operation = ({ store, fields, now }) => {
  const secretId = secretIdOf(fields);
  const days = fields.number('RecoveryWindowInDays', {});
  const atOnce = fields.flag('ForceDeleteWithoutRecovery');
  if (days !== undefined && atOnce) {
    throw invalidParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  }
  if (days !== undefined && (days < 7 || days > 30)) {
    throw invalidParameter(
      'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
    );
  }
  // By force it is also well where there is nothing (any more).
  if (atOnce && !store.find(secretId)) {
    return { Name: secretId, DeletionDate: seconds(now) };
  }
  const secret = store.get(secretId);
  const answer = { ARN: store.arnOf(secret), Name: secret.name };
  if (atOnce) {
    store.remove(secret);
    return { ...answer, DeletionDate: seconds(now) };
  }
  if (secret.deletedAt !== undefined) {
    throw invalidRequest(
      "You can't perform this operation on the secret because it was already scheduled for deletion.",
    );
  }
  const goneAt = now + (days ?? USUAL_WINDOW) * DAY;
  store.deleteAt(secret, goneAt);
  return { ...answer, DeletionDate: seconds(goneAt) };
};

export const restoreSecret: Operation = ({ store, fields }) => {
  const secret = store.get(secretIdOf(fields));
  store.deleteAt(secret, undefined);
  return { ARN: store.arnOf(secret), Name: secret.name };
};
