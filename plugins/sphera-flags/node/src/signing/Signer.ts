import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { SentRecord } from '../bus/Bus';
import { checkKeyId } from './checkKeyId';
import { SIGNATURE_HEADER, signedBytes } from './signature';

/** Signs records, so that whoever can write to the topic alone cannot switch flags. */
export interface Signer {
  /** The record with its signature in a header. */
  sign(record: SentRecord): SentRecord;
}

/** @throws Error that tells of the key by its id alone */
function readPrivateKey(key: string, pem: string): KeyObject {
  let privateKey: KeyObject | undefined;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    // Nothing of what the text was may be told.
  }
  if (privateKey?.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      `The signing key ${key} must be an Ed25519 private key as PEM (BEGIN PRIVATE KEY), without a passphrase`,
    );
  }
  return privateKey;
}

/**
 * Opens a signer.
 * @param key - id by which agents know the public key
 * @param privateKey - Ed25519, PEM of PKCS #8
 * @throws Error where the key is none; never with anything of it
 */
export function createSigner({
  key,
  privateKey,
}: {
  key: string;
  privateKey: string;
}): Signer {
  checkKeyId(key);
  const secret = readPrivateKey(key, privateKey);
  return {
    sign(record) {
      const signature = sign(null, signedBytes(record), secret);
      return {
        ...record,
        headers: {
          ...record.headers,
          [SIGNATURE_HEADER]: `${key}:${signature.toString('base64')}`,
        },
      };
    },
  };
}
