import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../kubernetes/http/answers';

/** Media type of what this registry has. */
export const INDEX = 'application/vnd.oci.image.index.v1+json';

/** Says no as the OCI distribution specification has it. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
): void {
  sendJson(response, status, { errors: [{ code, message: code }] });
}

/** Answers with the manifest of an image, `quotes:4.12.1`. */
export function sendManifest(response: ServerResponse, image: string): void {
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [],
    annotations: { 'org.opencontainers.image.ref.name': image },
  });
  const digest = createHash('sha256').update(manifest).digest('hex');
  response
    .writeHead(200, {
      'content-type': INDEX,
      'content-length': Buffer.byteLength(manifest),
      'docker-content-digest': `sha256:${digest}`,
    })
    .end(manifest);
}
