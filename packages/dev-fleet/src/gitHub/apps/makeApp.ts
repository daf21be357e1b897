import { generateKeyPairSync } from 'node:crypto';
import type { AppWish } from './AppWish';

/** Makes an app: as the stand-in is given it, and as `integrations.github[].apps` of the portal has it. */
export function makeApp(wish: Omit<AppWish, 'publicKey'>) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const config = {
    appId: wish.id,
    privateKey,
    clientId: `client-of-${wish.slug}`,
    clientSecret: `secret-of-${wish.slug}`,
  };
  return { wish: { ...wish, publicKey }, config };
}
