import { addVersion, CURRENT } from '../store/labels';
import type { Operation } from './Operation';
import { openSecret } from './openSecret';
import {
  checkEncryption,
  readKey,
  readToken,
  readValue,
  versionOfToken,
} from './values';

export const updateSecret: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const description = fields.text('Description', { most: 2_048 });
  const key = readKey(fields);
  const id = readToken(fields);
  const value = readValue(fields);
  const arn = store.arnOf(secret);
  const earlier =
    value === undefined
      ? undefined
      : versionOfToken(secret, { token: id, value, arn });
  if (key !== undefined) checkEncryption(key);
  if (value !== undefined && !earlier) {
    checkEncryption(key ?? secret.kmsKeyId);
    addVersion(secret, { id, value, createdAt: now, labels: [CURRENT] });
  }
  if (description !== undefined) secret.description = description || undefined;
  if (key !== undefined) secret.kmsKeyId = key;
  if (!earlier) secret.changedAt = now;
  return {
    ARN: arn,
    Name: secret.name,
    ...(value !== undefined && { VersionId: id }),
  };
};
