import { AwsError } from '../aws/AwsError';

/** The errors of Secrets Manager, in its words. */
export const notFound = (what = 'secret.') =>
  new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified ${what}`,
  );

export const exists = (message: string) =>
  new AwsError('ResourceExistsException', message);

export const invalidRequest = (message: string) =>
  new AwsError('InvalidRequestException', message);

export const invalidParameter = (message: string) =>
  new AwsError('InvalidParameterException', message);

export const limitExceeded = (message: string) =>
  new AwsError('LimitExceededException', message);

export const invalidNextToken = () =>
  new AwsError('InvalidNextTokenException', 'The NextToken value is invalid.');

export const validation = (message: string) =>
  new AwsError('ValidationException', message);

export const encryptionFailure = () =>
  new AwsError(
    'EncryptionFailure',
    "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
  );

export const decryptionFailure = () =>
  new AwsError(
    'DecryptionFailure',
    "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
  );
