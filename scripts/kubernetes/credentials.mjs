import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes what an API server knows its callers by: the token of one
 * administrator, and the keys that sign the tokens of service accounts.
 *
 * @param {string} folder
 * @returns {Promise<{ token: string, files: { tokens: string, publicKey: string, privateKey: string } }>}
 */
export async function createCredentials(folder) {
  const files = {
    tokens: join(folder, 'tokens.csv'),
    publicKey: join(folder, 'service-accounts.pub'),
    privateKey: join(folder, 'service-accounts.key'),
  };
  const token = randomBytes(24).toString('hex');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const secret = { mode: 0o600 };
  // Columns: token, user, user id, groups.
  await writeFile(files.tokens, `${token},admin,1,system:masters\n`, secret);
  await writeFile(files.publicKey, publicKey);
  await writeFile(files.privateKey, privateKey, secret);
  return { token, files };
}
