import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ClusterAccess } from '../../access/ClusterAccess';
import type { Clock } from '@sphera/plugin-operations-node';
import { ApiFailure, ApiStatus } from './ApiFailure';
import { KeptAgents } from './KeptAgents';

/** One call to an API server. */
export interface ApiCall {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the address of the cluster: `/api/v1/pods`. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  contentType?: string;
  signal?: AbortSignal;
  /** How long the beginning of the answer may take, and with `json` and `text` all of it. */
  withinMs?: number;
}

const WITHIN_MS = 30_000;

/**
 * Speaks HTTP with the API server of one cluster, as who and with which trust the
 * `KubeConfig` says. Answers stay JSON: turning every object into a class costs more than the
 * rest of reading it.
 * Every method throws {@link ApiFailure}.
 */
export class ApiServer {
  private readonly agents = new KeptAgents();

  constructor(
    private readonly access: ClusterAccess,
    private readonly clock: Clock,
  ) {}

  /** The body of a success, read as JSON. */
  async json<T>(call: ApiCall): Promise<T> {
    const { text, contentType } = await this.whole(call);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw ApiFailure.rubbish(contentType);
    }
  }

  /** The body of a success. */
  async text(call: ApiCall): Promise<string> {
    return (await this.whole(call)).text;
  }

  /** The body of a success, as it comes; `signal` ends it. */
  async stream(call: ApiCall): Promise<IncomingMessage> {
    const limit = this.limit(call);
    try {
      const response = await this.successful({ ...call, signal: limit.signal });
      response.once('close', limit.release);
      return response;
    } catch (error) {
      limit.release();
      throw limit.failed(error);
    } finally {
      limit.lift();
    }
  }

  /** Lets go of its connections. */
  close(): void {
    this.agents.close();
  }

  private async whole(call: ApiCall) {
    const limit = this.limit(call);
    try {
      const response = await this.successful({ ...call, signal: limit.signal });
      const contentType = response.headers['content-type'];
      return { text: await textOf(response), contentType };
    } catch (error) {
      throw limit.failed(error);
    } finally {
      limit.lift();
      limit.release();
    }
  }

  /** Asks once more with new credentials where these were refused. */
  private async successful(call: ApiCall): Promise<IncomingMessage> {
    const first = await this.send(call);
    if (first.statusCode !== 401) return checked(first);
    first.resume();
    this.access.renew();
    return checked(await this.send(call));
  }

  private async send(call: ApiCall, again = false): Promise<IncomingMessage> {
    const { url, options } = await this.prepared(call);
    const { request } = url.protocol === 'http:' ? http : https;
    const body =
      call.body === undefined ? undefined : JSON.stringify(call.body);
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        ...options,
        method: call.method ?? 'GET',
        signal: call.signal,
      });
      sent.once('response', resolve);
      sent.once('error', error => {
        // A kept connection that the server closed in the same moment.
        const { code } = error as { code?: string };
        const closed = sent.reusedSocket && code === 'ECONNRESET';
        if (closed && !again) this.send(call, true).then(resolve, reject);
        else reject(ApiFailure.unreachable(error));
      });
      sent.end(body);
    });
  }

  private async prepared({ path, query = {}, body, contentType }: ApiCall) {
    try {
      const kubeConfig: KubeConfig = this.access.kubeConfig();
      const url = new URL(
        kubeConfig.getCurrentCluster()!.server.replace(/\/+$/, '') + path,
      );
      for (const [key, value] of Object.entries(query)) {
        if (value !== undefined) url.searchParams.set(key, String(value));
      }
      const options: https.RequestOptions = {
        headers: {
          Accept: 'application/json',
          'User-Agent': 'sphera',
          ...(body !== undefined && {
            'Content-Type': contentType ?? 'application/json',
          }),
        },
      };
      await kubeConfig.applyToHTTPSOptions(options);
      options.agent = this.agents.like(options.agent as http.Agent);
      return { url, options };
    } catch (error) {
      throw ApiFailure.credentials(error);
    }
  }

  /** Ends a call that takes too long, or that its caller called off. */
  private limit({ signal, withinMs = WITHIN_MS }: ApiCall) {
    const controller = new AbortController();
    const callOff = () => controller.abort();
    if (signal?.aborted) callOff();
    signal?.addEventListener('abort', callOff);
    let late = false;
    const cancel = this.clock.after(withinMs, () => {
      late = true;
      controller.abort();
    });
    return {
      signal: controller.signal,
      /** It was not too late. */
      lift: cancel,
      /** It is over: calling it off means nothing any more. */
      release: () => signal?.removeEventListener('abort', callOff),
      failed: (error: unknown) => {
        if (late) return ApiFailure.tooLate(withinMs);
        return error instanceof ApiFailure
          ? error
          : ApiFailure.unreachable(error);
      },
    };
  }
}

async function checked(response: IncomingMessage): Promise<IncomingMessage> {
  const code = response.statusCode ?? 0;
  if (code >= 200 && code < 300) return response;
  const text = await textOf(response);
  let status: ApiStatus | undefined;
  try {
    status = JSON.parse(text);
  } catch {
    // A proxy on the way answers with a page of its own; its number says enough.
  }
  throw ApiFailure.answered(code, status);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
