import { createHmac } from 'node:crypto';
import type { SecretValue } from '../adapters/SecretsClient';
import type { Fingerprint } from '../records/SecretRecord';
import type { SecretsSettings } from '../standard/SecretsSettings';

/**
 * Makes fingerprints of values: HMAC-SHA-256 over service, encoding and value. Who has
 * the fingerprints but not the key learns nothing from them, not even which services
 * share a value.
 */
export class Fingerprints {
  private readonly key: SecretsSettings['fingerprintKeys'][number];

  /** @param keys - as the settings have them: the first makes all new ones */
  constructor(keys: SecretsSettings['fingerprintKeys']) {
    [this.key = { id: '', secret: '' }] = keys;
  }

  /** Makes the fingerprint of a value that one version of a secret holds. */
  of(
    serviceName: string,
    { encoding, content }: SecretValue,
    versionId: string,
  ): Fingerprint {
    const bytes = Buffer.from(
      content,
      encoding === 'binary' ? 'base64' : 'utf8',
    );
    const digest = createHmac('sha256', this.key.secret)
      .update(`${serviceName}\0${encoding}\0`)
      .update(bytes)
      .digest('base64url');
    return { keyId: this.key.id, digest, encoding, versionId };
  }

  /** Whether a fingerprint can be compared with those that are made now. */
  isCurrent(fingerprint: Pick<Fingerprint, 'keyId'>): boolean {
    return fingerprint.keyId === this.key.id;
  }
}
