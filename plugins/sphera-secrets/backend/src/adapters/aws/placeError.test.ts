import type { Errand } from './Errand';
import { placeError } from './placeError';

const errand: Errand = {
  place: 'production/us-east-1',
  account: '222222222222',
  api: 'PutSecretValue',
  secret: 'production/orders/api-key',
};

/** As AWS words it, sometimes with what was sent. */
const said = (name: string, message = '') => ({ name, message });

describe('an error of AWS', () => {
  it.each([
    [
      said('ThrottlingException', 'Rate exceeded'),
      'throttled',
      'AWS throttles the portal in production/us-east-1: try again in a minute; if it stays so, lower PutSecretValue in sphera.secrets.limits',
    ],
    [
      said('AccessDeniedException', 'User: arn:… is not authorized to perform'),
      'denied',
      'The role of the portal may not do secretsmanager:PutSecretValue in production/us-east-1 on production/orders/api-key: allow it that action',
    ],
    [
      said('AccessDeniedException', 'Access to KMS is not allowed'),
      'denied',
      'The role of the portal may not use the encryption key in production/us-east-1 on production/orders/api-key: allow it kms:Decrypt and kms:GenerateDataKey on that key',
    ],
    [
      said('UnrecognizedClientException', 'The security token is invalid.'),
      'signed-out',
      'AWS does not accept the credentials of the portal in production/us-east-1, new ones neither: check the entry of account 222222222222 in aws.accounts of the configuration',
    ],
    [
      said('ResourceNotFoundException', "can't find the specified secret."),
      'not-found',
      'There is no secret production/orders/api-key in production/us-east-1 (any more)',
    ],
    [
      said('InvalidRequestException', 'it was marked for deletion.'),
      'pending-deletion',
      'The secret production/orders/api-key in production/us-east-1 is deleted and waits for its end: restore it first',
    ],
    [
      said('InvalidRequestException', 'is managed by another service'),
      'refused',
      'AWS refuses what was asked (PutSecretValue) (production/orders/api-key in production/us-east-1)',
    ],
    [
      said('LimitExceededException', 'too many'),
      'refused',
      'The secret production/orders/api-key in production/us-east-1 meets a limit of AWS: too many secrets in the account, or too many versions of it',
    ],
    [
      said('ValidationException', "Value at 'tags.1.member.key' failed"),
      'refused',
      'AWS refuses a tag: there may be 50, with keys of up to 128 and values of up to 256 characters, not beginning with aws: (production/orders/api-key in production/us-east-1)',
    ],
    [
      { name: 'Error', code: 'ENOTFOUND', message: 'getaddrinfo' },
      'unreachable',
      'AWS Secrets Manager cannot be reached for production/us-east-1 (ENOTFOUND): check the network between the portal and this region',
    ],
    [
      { name: 'Unknown', $metadata: { httpStatusCode: 503 } },
      'failed',
      'AWS Secrets Manager failed in production/us-east-1 (PutSecretValue, Unknown): try again in a minute',
    ],
    [
      { name: '', $metadata: { httpStatusCode: 503 } },
      'failed',
      'AWS Secrets Manager failed in production/us-east-1 (PutSecretValue, HTTP 503): try again in a minute',
    ],
  ])('%j is told in a sentence', (thrown, problem, message) => {
    expect(placeError(thrown, errand)).toMatchObject({ problem, message });
  });

  it('names the secret of an ARN', () => {
    const arn =
      'arn:aws:secretsmanager:us-east-1:222222222222:secret:production/orders/api-key-AbC123';
    const thrown = said('ResourceNotFoundException');
    expect(placeError(thrown, { ...errand, secret: arn }).message).toBe(
      'There is no secret production/orders/api-key in production/us-east-1 (any more)',
    );
  });

  it.each([
    'AccessDeniedException',
    'DecryptionFailure',
    'EncryptionFailure',
    'InternalServiceError',
    'InvalidParameterException',
    'InvalidRequestException',
    'LimitExceededException',
    'ResourceExistsException',
    'ResourceNotFoundException',
    'SyntaxError',
    'ThrottlingException',
    'TypeError',
    'UnrecognizedClientException',
    'ValidationException',
    '',
  ])('%s never repeats what was sent', name => {
    const message = `Value 'canary-71c4' at 'secretString' failed to satisfy constraint: canary-71c4`;
    for (const api of ['PutSecretValue', 'CreateSecret'] as const) {
      const error = placeError({ name, message }, { ...errand, api });
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain(
        'canary',
      );
    }
  });
});
