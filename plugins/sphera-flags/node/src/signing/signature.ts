/** Header of a signed record: `<key id>:<base64 of the Ed25519 signature>`. */
export const SIGNATURE_HEADER = 'sphera-signature';

/** What is signed of a record, in UTF-8: its key, a line feed, its value. A key of ours has no line feed. */
export function signedBytes({
  key,
  value,
}: {
  key: string | null;
  value: string | null;
}): Buffer {
  return Buffer.from(`${key ?? ''}\n${value ?? ''}`, 'utf8');
}
