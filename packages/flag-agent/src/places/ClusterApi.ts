import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { PlaceError } from './FlagPlace';

/** Where a pod finds what it needs to speak with its cluster. */
const IN_POD = '/var/run/secrets/kubernetes.io/serviceaccount';
const WITHIN_MS = 10_000;

/** How to reach a Kubernetes API server. */
export interface ClusterAccess {
  /** `https://10.0.0.1:443` */
  url: string;
  /** PEM of who signs for the API server; absent: as the machine trusts. */
  caFile?: string;
  /** Read for each call, since tokens are renewed. */
  tokenFile: string;
}

/** An answer of the API server, whatever its status. */
export interface ApiAnswer {
  status: number;
  body: any;
}

/** The access that each pod has to its own cluster; `undefined` outside of one. */
export function accessOfPod(
  env: NodeJS.ProcessEnv,
  folder = IN_POD,
): ClusterAccess | undefined {
  const host = env.KUBERNETES_SERVICE_HOST;
  if (!host) return undefined;
  const port = env.KUBERNETES_SERVICE_PORT ?? '443';
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    caFile: join(folder, 'ca.crt'),
    tokenFile: join(folder, 'token'),
  };
}

/**
 * The few calls to a Kubernetes API server that a ConfigMap needs. The official client would do it too, and takes more
 * memory than all the rest of the agent.
 */
export class ClusterApi {
  private readonly agent: http.Agent;

  constructor(private readonly access: ClusterAccess) {
    const { Agent } = access.url.startsWith('http:') ? http : https;
    this.agent = new Agent({ keepAlive: true, maxSockets: 2 });
  }

  /** @throws PlaceError where it could not ask, or nothing came back */
  async call(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<ApiAnswer> {
    const { caFile, tokenFile } = this.access;
    const ca = caFile && (await textOf(caFile));
    const token = (await textOf(tokenFile)).trim();
    try {
      return await this.send(path, body, {
        method,
        ca: ca || undefined,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/json',
          'Content-Type':
            method === 'PATCH'
              ? 'application/merge-patch+json'
              : 'application/json',
        },
      });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      throw new PlaceError(
        `The Kubernetes API cannot be reached (${code ?? message})`,
      );
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(
    path: string,
    body: unknown,
    options: https.RequestOptions,
  ): Promise<ApiAnswer> {
    const url = new URL(this.access.url.replace(/\/+$/, '') + path);
    const { request } = url.protocol === 'http:' ? http : https;
    return new Promise((done, failed) => {
      const sent = request(url, {
        ...options,
        agent: this.agent,
        signal: AbortSignal.timeout(WITHIN_MS),
      });
      sent.once('error', failed);
      sent.once('response', response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.once('error', failed);
        response.once('end', () =>
          done({
            status: response.statusCode ?? 0,
            body: jsonIn(Buffer.concat(chunks).toString('utf8')),
          }),
        );
      });
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** @throws PlaceError */
async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(({ code }) => {
    throw new PlaceError(
      `The file ${path} of the agent’s service account cannot be read (${code}): the pod needs serviceAccountName, and not automountServiceAccountToken: false`,
    );
  });
}

function jsonIn(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy on the way answers with a page of its own; the status says enough.
    return {};
  }
}
