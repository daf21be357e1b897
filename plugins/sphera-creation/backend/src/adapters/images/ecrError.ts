import { whyNoAnswer } from '@sphera/plugin-operations-node';
import { NeighbourError } from '../../errors';

/** What the SDK throws, as far as it is looked at. */
interface Thrown {
  name?: string;
  message?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const NO_CREDENTIALS =
  /Credentials|ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch|AssumeRole|sts:/i;

/** Why ECR did not do as it was asked. The sentence is ours alone: no words of AWS, no credentials. */
export function ecrError(
  thrown: Thrown,
  about: { api: string; account: string; region: string },
): NeighbourError {
  if (thrown instanceof NeighbourError) return thrown;
  const { api, account, region } = about;
  const place = `AWS ECR of account ${account} in ${region}`;
  const { name = '', message = '', code, $metadata } = thrown;
  if (/^AccessDenied/.test(name) && !/AssumeRole/.test(message)) {
    return new NeighbourError(
      `The portal may not do ecr:${api} in ${place}: allow it to its role of this account in aws.accounts`,
      false,
    );
  }
  if (NO_CREDENTIALS.test(`${name} ${message}`)) {
    return new NeighbourError(
      `${place} does not accept the credentials of the portal: check the entry of this account in aws.accounts of the configuration, and that the role trusts the portal`,
      false,
    );
  }
  if (/Throttl|TooManyRequests|LimitExceeded/.test(name)) {
    return new NeighbourError(
      name.startsWith('Limit')
        ? `${place} takes no more (${api}): raise its quota`
        : `${place} has had enough calls for now (${api}): try again in a minute`,
      true,
    );
  }
  const status = $metadata?.httpStatusCode;
  if (code !== undefined || status === undefined) {
    // The SDK calls a connection that was reset a timeout, too.
    const why = whyNoAnswer(code ? { cause: { code } } : thrown);
    return new NeighbourError(
      `${place} ${why}: check the network between the portal and it`,
      true,
    );
  }
  const kind = /^[A-Z][A-Za-z]{2,60}$/.test(name) ? name : `HTTP ${status}`;
  return status >= 500
    ? new NeighbourError(
        `${place} has trouble of its own (${api}, ${kind}): try again in a minute`,
        true,
      )
    : new NeighbourError(
        `${place} refuses ${api} (${kind}): check sphera.creation.images of the configuration`,
        false,
      );
}
