import { expiredToken, type Caller } from '../aws/Accounts';
import { AwsError } from '../aws/AwsError';
import type { AwsFault } from '../aws/faults';

/** What a caller is told where a fault answers in place of the call; `undefined`: nothing. */
export function faultError(
  fault: AwsFault,
  caller: Caller,
  api: string,
): AwsError | undefined {
  switch (fault) {
    case 'throttled':
      return new AwsError('ThrottlingException', 'Rate exceeded');
    case 'denied':
      return new AwsError(
        'AccessDeniedException',
        `User: ${caller.arn} is not authorized to perform: secretsmanager:${api} because no identity-based policy allows the secretsmanager:${api} action`,
      );
    case 'expired':
      return expiredToken();
    case 'broken':
      return new AwsError(
        'InternalServiceError',
        'An error occurred on the server side.',
        500,
      );
    default:
      return undefined;
  }
}
