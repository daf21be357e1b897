import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../kubernetes/http/body';
import type { Accounts, Caller } from './Accounts';
import { AwsError } from './AwsError';
import type { Calls } from './Calls';
import { faultError } from './faultError';
import type { AwsFaults } from './faults';
import { Fields } from './Fields';
import { readSignature } from './signature';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** A call to a service, past signature and faults. */
export interface JsonCall {
  caller: Caller;
  region: string;
  /** Like `ListSecrets`. */
  api: string;
  fields: Fields;
}

/** A service of AWS behind its JSON protocol. */
export interface JsonService {
  /** As policies name it: `secretsmanager`. */
  prefix: string;
  /** How it calls an error of its own. */
  brokenAs: string;
  /** How the sentence of an error is called in the body. */
  sentenceAs: 'Message' | 'message';
  /** @throws AwsError */
  answer(call: JsonCall): object;
}

/** The JSON protocol of AWS (1.1): one POST a call, named by `x-amz-target`. */
export class JsonApi {
  constructor(
    private readonly service: JsonService,
    private readonly options: {
      accounts: Accounts;
      faults: AwsFaults;
      calls: Calls;
    },
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await readText(request);
    const api = request.headers['x-amz-target']?.toString().split('.')[1] ?? '';
    try {
      const call = this.#callOf(request, api);
      const answer = () => this.#send(response, () => this.#do(call, body));
      const { faults } = this.options;
      const fault = faults.meet(call.caller.account, call.region, api);
      const error = faultError(fault, call.caller, { ...this.service, api });
      if (error) throw error;
      if (fault === 'slow') {
        setTimeout(() => !response.destroyed && answer(), SLOW).unref();
        return;
      }
      if (fault === 'lost') this.#do(call, body);
      if (fault === 'down' || fault === 'lost') request.socket.destroy();
      else answer();
    } catch (error) {
      this.#send(response, () => {
        throw error;
      });
    }
  }

  /** @throws AwsError where nobody known signed it */
  #callOf(request: IncomingMessage, api: string): Omit<JsonCall, 'fields'> {
    const { accounts, calls } = this.options;
    const signature = readSignature(request);
    const caller = accounts.identify(signature);
    const { region } = signature;
    calls.count(caller.account, region, api);
    return { caller, region, api };
  }

  /** @throws AwsError */
  #do(call: Omit<JsonCall, 'fields'>, body: string): object {
    return this.service.answer({ ...call, fields: new Fields(readJson(body)) });
  }

  #send(response: ServerResponse, answer: () => object): void {
    try {
      send(response, 200, answer());
    } catch (error) {
      const { brokenAs, sentenceAs } = this.service;
      const sentence = `The stand-in has a fault of its own: ${error}`;
      const { type, message, status } =
        error instanceof AwsError
          ? error
          : new AwsError(brokenAs, sentence, 500);
      send(response, status, { __type: type, [sentenceAs]: message });
    }
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
