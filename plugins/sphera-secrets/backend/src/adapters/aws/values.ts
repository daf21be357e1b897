import type { SecretValue } from '../SecretsClient';

/** A value as AWS answers it. */
export function fromAws(said: {
  SecretString?: string;
  SecretBinary?: Uint8Array;
  VersionId?: string;
}): SecretValue & { versionId: string } {
  const versionId = said.VersionId!;
  if (said.SecretBinary !== undefined) {
    const content = Buffer.from(said.SecretBinary).toString('base64');
    return { encoding: 'binary', content, versionId };
  }
  return { encoding: 'text', content: said.SecretString ?? '', versionId };
}

/** A value as AWS takes it. */
export function forAws({ encoding, content }: SecretValue) {
  return encoding === 'binary'
    ? { SecretBinary: Buffer.from(content, 'base64') }
    : { SecretString: content };
}
