import type { IncomingMessage } from 'node:http';
import { AwsError } from './AwsError';

/** Who signed a request, and for where. */
export interface Signature {
  accessKeyId: string;
  region: string;
  /** Comes with the keys that AssumeRole hands out. */
  sessionToken?: string;
}

/**
 * Reads the signature (version 4) of a request; it is not verified.
 *
 * @throws AwsError MissingAuthenticationTokenException where there is none
 */
export function readSignature({ headers }: IncomingMessage): Signature {
  const [, accessKeyId, region] =
    /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/[^/]+\/aws4_request/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (!accessKeyId) {
    throw new AwsError(
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
    );
  }
  const sessionToken = headers['x-amz-security-token'];
  return { accessKeyId, region, sessionToken: sessionToken?.toString() };
}
