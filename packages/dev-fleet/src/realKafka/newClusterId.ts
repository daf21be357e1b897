import { randomBytes } from 'node:crypto';

/** A new id of a Kafka: 16 bytes in base64. It never begins with `-`: Kafka's own tools would take it for an option. */
export function newClusterId(): string {
  const bytes = randomBytes(16);
  bytes[0] = 0;
  return bytes.toString('base64url');
}
