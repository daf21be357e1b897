import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SettingsError } from './SettingsError';

/**
 * Whether the texts of the files are what they have to be; else Kafka would seem to be away.
 * @throws SettingsError, with nothing of what is in them
 */
export function checkTls(given: {
  ca?: string;
  cert?: string;
  key?: string;
}): void {
  const { ca, cert, key } = given;
  if (ca !== undefined) certificateIn(ca, '--tls-ca-file');
  if (cert === undefined || key === undefined) return;
  const certificate = certificateIn(cert, '--tls-cert-file');
  if (certificate.checkPrivateKey(privateKeyIn(key))) return;
  throw new SettingsError(
    'The key of --tls-key-file does not belong to the certificate of --tls-cert-file',
  );
}

function certificateIn(text: string, option: string) {
  try {
    return new X509Certificate(text);
  } catch {
    throw new SettingsError(
      `The file of ${option} has to begin with a certificate as PEM (BEGIN CERTIFICATE)`,
    );
  }
}

function privateKeyIn(text: string) {
  try {
    return createPrivateKey(text);
  } catch {
    throw new SettingsError(
      'The file of --tls-key-file has to be a private key as PEM, without a password',
    );
  }
}
