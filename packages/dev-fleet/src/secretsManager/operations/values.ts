import { randomUUID } from 'node:crypto';
import { checkLength, type Fields } from '../../aws/Fields';
import {
  decryptionFailure,
  encryptionFailure,
  exists,
  invalidParameter,
} from '../errors';
import type {
  StoredSecret,
  StoredValue,
  StoredVersion,
} from '../store/StoredSecret';

/** In bytes. */
const LONGEST_VALUE = 65_536;

/** A key that no value can be encrypted or decrypted with. */
const UNUSABLE_KEY = /alias\/unusable$/;

const KEY_ID =
  /^(arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]+|(mrk-)?[0-9a-f-]{32,36})$/;

const isUnusable = (key: string | undefined) =>
  key !== undefined && UNUSABLE_KEY.test(key);

/** The value in a request; absent: there is none. @throws AwsError */
export function readValue(fields: Fields): StoredValue | undefined {
  const text = fields.text('SecretString');
  const binary = fields.text('SecretBinary');
  if (text !== undefined && binary !== undefined) {
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  const bounds = { least: 1, most: LONGEST_VALUE };
  if (text !== undefined) {
    checkLength('secretString', Buffer.byteLength(text), bounds);
    return text;
  }
  if (binary === undefined) return undefined;
  const bytes = Buffer.from(binary, 'base64');
  checkLength('secretBinary', bytes.length, bounds);
  return bytes;
}

/** A value as answers carry it. @throws AwsError DecryptionFailure */
export function writeValue(
  { kmsKeyId }: Pick<StoredSecret, 'kmsKeyId'>,
  { value }: StoredVersion,
): { SecretString: string } | { SecretBinary: string } {
  if (isUnusable(kmsKeyId)) throw decryptionFailure();
  return typeof value === 'string'
    ? { SecretString: value }
    : { SecretBinary: value.toString('base64') };
}

/** Which version id a request wants; the SDK always says one. @throws AwsError ValidationException */
export const readToken = (fields: Fields): string =>
  fields.text('ClientRequestToken', { least: 32, most: 64 }) ?? randomUUID();

/** @throws AwsError where nothing of this name can be a key */
export function readKey(fields: Fields): string | undefined {
  const key = fields.text('KmsKeyId', { most: 2_048 }) || undefined;
  if (key !== undefined && !KEY_ID.test(key)) {
    throw invalidParameter(`Invalid KMS key ID: ${key}`);
  }
  return key;
}

/** @throws AwsError EncryptionFailure */
export function checkEncryption(key: string | undefined): void {
  if (isUnusable(key)) throw encryptionFailure();
}

/**
 * The version that an earlier request of the same token made, where it was the same request.
 *
 * @throws AwsError ResourceExistsException where it was another one
 */
export function versionOfToken(
  { versions }: StoredSecret,
  { token, value, arn }: { token: string; value?: StoredValue; arn: string },
): StoredVersion | undefined {
  const version = versions.find(({ id }) => id === token);
  if (!version || (value !== undefined && isSame(version.value, value))) {
    return version;
  }
  throw exists(
    `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${arn}.`,
  );
}

function isSame(one: StoredValue, other: StoredValue): boolean {
  if (typeof one === 'string' || typeof other === 'string') {
    return one === other;
  }
  return one.equals(other);
}
