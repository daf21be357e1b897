import type {
  SecretsManagerClient,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-secrets-manager';
import type { FinalizeRequestMiddleware } from '@smithy/types';
import type { Api } from './rateLimits';

const THROTTLED = /^(Throttling|ThrottlingException|TooManyRequestsException)$/;

/** How one attempt failed. */
export interface AttemptError {
  name: string;
  isThrottling: boolean;
}

/** Hears of every call that a client sends, those that the SDK repeats too. */
export function observeAttempts(
  client: SecretsManagerClient,
  heard: (api: Api, error?: AttemptError) => void,
): void {
  const observe: FinalizeRequestMiddleware<
    ServiceInputTypes,
    ServiceOutputTypes
  > = (next, context) => async args => {
    const api = context.commandName!.replace(/Command$/, '') as Api;
    try {
      const answer = await next(args);
      heard(api);
      return answer;
    } catch (error) {
      const { name } = error as Error;
      heard(api, { name, isThrottling: THROTTLED.test(name) });
      throw asError(error);
    }
  };
  client.middlewareStack.addRelativeTo(observe, {
    name: 'spheraObserveAttempts',
    relation: 'after',
    toMiddleware: 'retryMiddleware',
  });
}

/**
 * The SDK's retries forget all but the message of what is no `Error` to them, such as
 * those of Node.js itself where code runs in a context of its own, as under Jest.
 */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { name, message, code } = thrown as NodeJS.ErrnoException;
  return Object.assign(new Error(message), { name, code });
}
