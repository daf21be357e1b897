import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../kubernetes/http/answers';
import { refuse } from './answers';

/** Where tokens are handed out. */
export const REALM = '/registry/token';

/** Whom a registry lets in. */
export interface DoorOptions {
  /** Absent: anybody may read. */
  credentials?: { username: string; password: string };
  /** How it wants to know who asks: a token from its realm, or name and password each time. */
  asks?: 'token' | 'basic';
}

/** Lets readers of images in, by the token handshake of the Docker registries or by name and password. */
export class Door {
  /** Scope of each token that was handed out. */
  readonly #tokens = new Map<string, string>();

  constructor(private readonly options: DoorOptions) {}

  /** @param scope - `repository:quotes:pull` */
  letsIn(request: IncomingMessage, scope: string): boolean {
    const { asks = 'token' } = this.options;
    if (asks === 'basic') return this.#knows(request);
    const [, token] = /^Bearer (.+)$/i.exec(headerOf(request)) ?? [];
    return this.#tokens.get(token) === scope;
  }

  /** Says how to come in. */
  challenge(
    { headers: { host } }: IncomingMessage,
    response: ServerResponse,
    scope = '',
  ): void {
    response.setHeader(
      'www-authenticate',
      this.options.asks === 'basic'
        ? 'Basic realm="registry"'
        : `Bearer realm="http://${host}${REALM}",service="${host}"${
            scope && `,scope="${scope}"`
          }`,
    );
    refuse(response, 401, 'UNAUTHORIZED');
  }

  /** Answers who asks for a token. */
  handOut(url: URL, request: IncomingMessage, response: ServerResponse): void {
    if (!this.#knows(request)) {
      refuse(response, 401, 'UNAUTHORIZED');
      return;
    }
    const token = randomUUID();
    this.#tokens.set(token, url.searchParams.get('scope') ?? '');
    sendJson(response, 200, { token, access_token: token, expires_in: 300 });
  }

  /** Tokens that were handed out are good no more. */
  endTokens(): void {
    this.#tokens.clear();
  }

  #knows(request: IncomingMessage): boolean {
    const { credentials } = this.options;
    if (!credentials) return true;
    const { username, password } = credentials;
    const expected = Buffer.from(`${username}:${password}`).toString('base64');
    return headerOf(request) === `Basic ${expected}`;
  }
}

function headerOf({ headers }: IncomingMessage): string {
  return headers.authorization ?? '';
}
