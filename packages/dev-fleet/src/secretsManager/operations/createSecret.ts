import { exists, invalidRequest, validation } from '../errors';
import { addVersion } from '../store/labels';
import type { StoredSecret, Tag } from '../store/StoredSecret';
import type { Operation } from './Operation';
import { checkTags } from './tags';
import {
  checkEncryption,
  readKey,
  readToken,
  readValue,
  versionOfToken,
} from './values';

const NAME = /^[A-Za-z0-9/_+=.@-]+$/;

export const createSecret: Operation = ({ store, fields, now }) => {
  const name = fields.needed('Name', { least: 1, most: 512 });
  if (!NAME.test(name)) {
    throw validation(
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
    );
  }
  const description = fields.text('Description', { most: 2_048 });
  const kmsKeyId = readKey(fields);
  const tags = checkTags(fields.list<Tag>('Tags') ?? []);
  const token = readToken(fields);
  const value = readValue(fields);
  const present = store.find(name);
  if (present) return answer(present, earlierVersion(present));
  if (value !== undefined) checkEncryption(kmsKeyId);
  const secret = store.add({
    name,
    description,
    kmsKeyId,
    tags,
    createdAt: now,
    changedAt: now,
    versions: [],
  });
  if (value !== undefined) {
    addVersion(secret, { id: token, value, createdAt: now, labels: [] });
  }
  return answer(secret, value === undefined ? undefined : token);

  function earlierVersion(earlier: StoredSecret): string {
    if (earlier.deletedAt !== undefined) {
      throw invalidRequest(
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    }
    const arn = store.arnOf(earlier);
    const version = versionOfToken(earlier, { token, value, arn });
    if (!version) {
      throw exists(
        `The operation failed because the secret ${name} already exists.`,
      );
    }
    return version.id;
  }

  function answer(created: StoredSecret, versionId: string | undefined) {
    return { ARN: store.arnOf(created), Name: name, VersionId: versionId };
  }
};
