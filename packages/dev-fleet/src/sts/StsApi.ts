import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { roleRefused, type Accounts, type Caller } from '../aws/Accounts';
import { AwsError } from '../aws/AwsError';
import type { AwsFaults } from '../aws/faults';
import { readText } from '../kubernetes/http/body';
import { readSignature } from '../aws/signature';
import { answerXml, errorXml } from './xml';

/** STS names some errors differently. */
const NAMES: Record<string, [type: string, status: number]> = {
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
  ExpiredTokenException: ['ExpiredToken', 403],
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
};

const USUAL_SECONDS = 3_600;

/** The Security Token Service: AssumeRole and GetCallerIdentity in the query protocol. */
export class StsApi {
  readonly #accounts: Accounts;
  readonly #faults: AwsFaults;

  constructor({ accounts, faults }: { accounts: Accounts; faults: AwsFaults }) {
    this.#accounts = accounts;
    this.#faults = faults;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const input = new URLSearchParams(await readText(request));
    try {
      const caller = this.#accounts.identify(readSignature(request));
      const action = input.get('Action') ?? '';
      send(response, 200, answerXml(action, this.#do(action, caller, input)));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const [type, status] = NAMES[error.type] ?? [error.type, error.status];
      send(response, status, errorXml(type, error.message));
    }
  }

  #do(action: string, caller: Caller, input: URLSearchParams): object {
    switch (action) {
      case 'GetCallerIdentity':
        return {
          Arn: caller.arn,
          UserId: caller.userId,
          Account: caller.account,
        };
      case 'AssumeRole':
        return this.#assumeRole(caller, input);
      default:
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${action} for version 2011-06-15`,
        );
    }
  }

  #assumeRole(caller: Caller, input: URLSearchParams): object {
    const role = neededOf(input, 'RoleArn');
    const name = neededOf(input, 'RoleSessionName');
    const seconds = Number(input.get('DurationSeconds') ?? USUAL_SECONDS);
    const [, account = ''] = /::(\d+):/.exec(role) ?? [];
    if (this.#faults.forbidsRole(account)) throw roleRefused(caller, role);
    const session = this.#accounts.assumeRole(caller, { role, name, seconds });
    return {
      AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: new Date(session.expiresAt).toISOString(),
      },
    };
  }
}

function neededOf(input: URLSearchParams, name: string): string {
  const value = input.get(name);
  if (value) return value;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${name[0].toLowerCase()}${name.slice(
      1,
    )}' failed to satisfy constraint: Member must not be null`,
  );
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/xml',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}
