import { invalidParameter } from '../errors';
import { addVersion, CURRENT } from '../store/labels';
import type { Operation } from './Operation';
import { openSecret } from './openSecret';
import {
  checkEncryption,
  readToken,
  readValue,
  versionOfToken,
} from './values';

export const putSecretValue: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const labels = fields.list<string>('VersionStages', { least: 1, most: 20 });
  const id = readToken(fields);
  const value = readValue(fields);
  if (value === undefined) {
    throw invalidParameter(
      'You must provide either SecretString or SecretBinary.',
    );
  }
  const arn = store.arnOf(secret);
  let version = versionOfToken(secret, { token: id, value, arn });
  if (!version) {
    checkEncryption(secret.kmsKeyId);
    version = addVersion(secret, {
      id,
      value,
      createdAt: now,
      labels: labels ?? [CURRENT],
    });
    secret.changedAt = now;
  }
  return {
    ARN: arn,
    Name: secret.name,
    VersionId: id,
    VersionStages: version.labels,
  };
};
