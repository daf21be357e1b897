import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ReceivedRecord } from '../bus/Bus';
import { checkKeyId } from './checkKeyId';
import { SIGNATURE_HEADER, signedBytes } from './signature';

/** Tells records that are signed by a known key from others. */
export interface Verifier {
  /** What is wrong with the signature, in one sentence; `undefined`: it is good. */
  check(record: ReceivedRecord): string | undefined;
}

const SIGNATURE = /^([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]{86}==)$/;

/** @throws Error that tells of the key by its id alone */
function readPublicKey(key: string, pem: string): KeyObject {
  // Node.js would take the public part of a private key, which has no business where signatures are checked.
  if (pem.includes('PRIVATE KEY')) {
    throw new Error(
      `The key ${key} is a private key: signatures are checked with the public one (BEGIN PUBLIC KEY), and the private one stays with the portal`,
    );
  }
  let publicKey: KeyObject | undefined;
  try {
    publicKey = createPublicKey(pem);
  } catch {
    // What is wrong is said below, without what the text was.
  }
  if (publicKey?.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      `The key ${key} must be an Ed25519 public key as PEM (BEGIN PUBLIC KEY)`,
    );
  }
  return publicKey;
}

/**
 * Opens a verifier that takes what any of the keys has signed: two of them while a key is replaced.
 * @param keys - Ed25519 public keys, PEM, by their id
 * @throws Error where there is none, one is none, or an id comes twice; never with anything of a key
 */
export function createVerifier(
  keys: Array<{ key: string; publicKey: string }>,
): Verifier {
  if (keys.length === 0) {
    throw new Error('Checking signatures needs at least one public key');
  }
  const known = new Map<string, KeyObject>();
  for (const { key, publicKey } of keys) {
    checkKeyId(key);
    if (known.has(key)) throw new Error(`The key ${key} is given twice`);
    known.set(key, readPublicKey(key, publicKey));
  }
  return {
    check(record) {
      const header = record.headers[SIGNATURE_HEADER];
      if (header === undefined) return 'it is not signed';
      const [, key, signature] = SIGNATURE.exec(header) ?? [];
      if (key === undefined) {
        return `its header ${SIGNATURE_HEADER} is no signature: it must be a key's id, a colon, and base64 of 64 bytes`;
      }
      const publicKey = known.get(key);
      if (!publicKey) {
        const names = [...known.keys()].join(', ');
        return `it is signed with the key ${key}, which is not known here: ${names} would be`;
      }
      const bytes = Buffer.from(signature, 'base64');
      return verify(null, signedBytes(record), publicKey, bytes)
        ? undefined
        : `its signature with the key ${key} is not that of its key and value`;
    },
  };
}
