import { expiredToken, type Caller } from './Accounts';
import { AwsError } from './AwsError';
import type { AwsFault } from './faults';

/** What a caller is told where a fault answers in place of the call; `undefined`: nothing. */
export function faultError(
  fault: AwsFault,
  caller: Caller,
  call: {
    /** As policies name the service: `secretsmanager`. */
    prefix: string;
    api: string;
    /** How the service calls an error of its own. */
    brokenAs: string;
  },
): AwsError | undefined {
  const action = `${call.prefix}:${call.api}`;
  switch (fault) {
    case 'throttled':
      return new AwsError('ThrottlingException', 'Rate exceeded');
    case 'denied':
      return new AwsError(
        'AccessDeniedException',
        `User: ${caller.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
      );
    case 'expired':
      return expiredToken();
    case 'broken':
      return new AwsError(
        call.brokenAs,
        'An error occurred on the server side.',
        500,
      );
    default:
      return undefined;
  }
}
