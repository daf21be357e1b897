import { createHash, createHmac } from 'node:crypto';

/** Makes the hashes of the chain: HMAC-SHA-256 with a key, or plain SHA-256 without. */
export interface Sealer {
  /** Id of the key that new records are sealed with; absent: none. */
  readonly keyId?: string;
  /** Seals with the current key. */
  seal(text: string): string;
  /** Seals as a record was that names this key; `undefined` where that key is not known. */
  sealAs(text: string, keyId: string | undefined): string | undefined;
}

/** Keys are named in records by this, which tells nothing about them. */
export function keyIdOf(key: string): string {
  return createHash('sha256')
    .update(`sphera-audit key ${key}`)
    .digest('hex')
    .slice(0, 16);
}

/** The sealer with the current key, which also knows earlier ones. */
export function createSealer(
  keys: { key?: string; oldKeys?: string[] } = {},
): Sealer {
  const { key, oldKeys = [] } = keys;
  const byId = new Map<string, string>();
  for (const one of key ? [key, ...oldKeys] : oldKeys) {
    byId.set(keyIdOf(one), one);
  }
  const keyId = key && keyIdOf(key);

  const sealAs = (text: string, id: string | undefined) => {
    if (!id) return createHash('sha256').update(text).digest('hex');
    const secret = byId.get(id);
    return secret && createHmac('sha256', secret).update(text).digest('hex');
  };
  return {
    keyId,
    sealAs,
    seal: text => sealAs(text, keyId)!,
  };
}
