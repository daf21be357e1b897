import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Accounts, Caller } from '../aws/Accounts';
import { AwsError } from '../aws/AwsError';
import type { Calls } from '../aws/Calls';
import type { AwsFaults } from '../aws/faults';
import { Fields } from '../aws/Fields';
import { readText } from '../kubernetes/http/body';
import { readSignature } from '../aws/signature';
import type { Clock } from '../kubernetes/clock';
import { faultError } from './faultError';
import { operations } from './operations/operations';
import type { SecretStore } from './store/SecretStore';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

interface Options {
  accounts: Accounts;
  faults: AwsFaults;
  calls: Calls;
  clock: Pick<Clock, 'now'>;
  storeOf(account: string, region: string): SecretStore;
}

/** Secrets Manager's JSON protocol (1.1): one POST a call, named by `x-amz-target`. */
export class SecretsManagerApi {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { accounts, faults, calls } = this.#options;
    const body = await readText(request);
    const api = request.headers['x-amz-target']?.toString().split('.')[1] ?? '';
    try {
      const signature = readSignature(request);
      const caller = accounts.identify(signature);
      const { region } = signature;
      calls.count(caller.account, region, api);
      const fault = faults.meet(caller.account, region, api);
      if (fault === 'down') {
        request.socket.destroy();
        return;
      }
      if (fault === 'slow') {
        setTimeout(
          () =>
            !response.destroyed &&
            this.#answer(response, { caller, region, api, body }),
          SLOW,
        ).unref();
        return;
      }
      const error = faultError(fault, caller, api);
      if (error) throw error;
      this.#answer(response, { caller, region, api, body });
    } catch (error) {
      sendError(response, error);
    }
  }

  #answer(
    response: ServerResponse,
    call: { caller: Caller; region: string; api: string; body: string },
  ): void {
    try {
      send(response, 200, this.#do(call));
    } catch (error) {
      sendError(response, error);
    }
  }

  #do({
    caller,
    region,
    api,
    body,
  }: {
    caller: Caller;
    region: string;
    api: string;
    body: string;
  }): object {
    const { storeOf, clock, faults } = this.#options;
    const operation = operations.get(api);
    if (!operation) throw new AwsError('UnknownOperationException', '');
    return operation({
      store: storeOf(caller.account, region),
      fields: new Fields(readJson(body)),
      now: clock.now(),
      cannotRead: () =>
        faults.forbidsReading(caller.account, region)
          ? faultError('denied', caller, 'GetSecretValue')
          : undefined,
    });
  }
}

function readJson(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body || '{}');
  } catch {
    throw new AwsError('SerializationException', 'The body is no JSON');
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof AwsError) {
    const { type, message, status } = error;
    send(response, status, { __type: type, Message: message });
    return;
  }
  send(response, 500, {
    __type: 'InternalServiceError',
    Message: `The stand-in has a fault of its own: ${error}`,
  });
}
