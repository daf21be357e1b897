import { PlaceError } from '../../errors';
import { nameOf, secretInWords, type Errand } from './Errand';
import type { Thrown } from './placeError';
import { refusal } from './refusal';

/** Errors that end with the credentials, not with what was asked. */
const SIGNED_OUT = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'NotAuthorized',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

/** Whether other credentials might help. */
export const isSignedOut = ({ name = '' }: Thrown): boolean =>
  SIGNED_OUT.has(name);

/** What an answer of AWS Secrets Manager means. */
export function serviceError(thrown: Thrown, errand: Errand): PlaceError {
  const { api, place } = errand;
  const subject = secretInWords(errand);
  switch (thrown.name) {
    case 'AccessDenied':
    case 'AccessDeniedException':
      return denied(thrown, errand);
    case 'Throttling':
    case 'ThrottlingException':
    case 'TooManyRequestsException':
      return new PlaceError(
        'throttled',
        `AWS throttles the portal in ${place}: try again in a minute; if it stays so, lower ${api} in sphera.secrets.limits`,
      );
    case 'ResourceNotFoundException':
      return new PlaceError('not-found', notFound(thrown, errand));
    case 'ResourceExistsException':
      return api === 'CreateSecret'
        ? new PlaceError('exists', `${subject} exists already`)
        : new PlaceError(
            'exists',
            `${subject} has this version already, with another value`,
          );
    case 'DecryptionFailure':
    case 'EncryptionFailure':
    case 'InvalidParameterException':
    case 'InvalidRequestException':
    case 'LimitExceededException':
    case 'ValidationException':
      return refusal(thrown, errand);
    default:
      return new PlaceError(
        'failed',
        `AWS Secrets Manager failed in ${place} (${api}, ${kindOf(
          thrown,
        )}): try again in a minute`,
      );
  }
}

function denied({ message = '' }: Thrown, errand: Errand): PlaceError {
  const { api, place, secret, kmsKey } = errand;
  const what = secret ? ` on ${nameOf(secret)}` : '';
  return new PlaceError(
    'denied',
    /kms/i.test(message)
      ? `The role of the portal may not use the encryption key ${
          kmsKey ? `${kmsKey} ` : ''
        }in ${place}${what}: allow it kms:Decrypt and kms:GenerateDataKey on that key`
      : `The role of the portal may not do secretsmanager:${api} in ${place}${what}: allow it that action`,
  );
}

function notFound({ message = '' }: Thrown, errand: Errand): string {
  const { place, secret } = errand;
  return /secret value|version|staging label/i.test(message)
    ? `${secretInWords(errand)} has no such version (any more)`
    : `There is no secret ${
        secret ? `${nameOf(secret)} ` : ''
      }in ${place} (any more)`;
}

/** Names are AWS's own; words might carry what was sent. */
function kindOf({ name = '', $metadata }: Thrown): string {
  if (name === 'SyntaxError') return 'an answer that is none of AWS';
  if (/^[A-Z][A-Za-z]{2,60}$/.test(name)) return name;
  const status = $metadata?.httpStatusCode;
  return status ? `HTTP ${status}` : 'for no known reason';
}
