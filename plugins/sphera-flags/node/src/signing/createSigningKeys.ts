import { generateKeyPairSync } from 'node:crypto';

/** A new pair of Ed25519 keys as PEM: the private one for the portal, the public one for agents. */
export function createSigningKeys(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
