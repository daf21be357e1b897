import type { ImageState } from '@sphera/plugin-rollback-common';
import type { Clock } from '@sphera/plugin-operations-node';
import type { RegistrySettings } from '../../settings/RollbackSettings';
import { readChallenge, type Challenge } from './challenge';

/** Everything that an image may be: an index of several platforms, or one manifest, of OCI or Docker. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const NAME = /^[a-z0-9]+([._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Where a token does not say how long it is good, the specification says a minute. In seconds. */
const TOKEN_GOOD_FOR = 60;
/** A token is not used in its last seconds. In milliseconds. */
const MARGIN = 5_000;

/** One registry, by the OCI distribution specification and Docker's token authentication. */
export class RegistryClient {
  readonly #tokens = new Map<string, { header: string; until: number }>();
  readonly #base: string;

  constructor(
    private readonly settings: RegistrySettings,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    const { host, url = `https://${host}` } = settings;
    this.#base = url.replace(/\/+$/, '');
  }

  /** @throws Error where it does not answer before the signal */
  async stateOf(
    name: string,
    tag: string,
    signal: AbortSignal,
  ): Promise<ImageState> {
    if (!NAME.test(name) || !TAG.test(tag)) return 'unknown';
    const look = (authorization?: string) =>
      fetch(`${this.#base}/v2/${name}/manifests/${tag}`, {
        method: 'HEAD',
        headers: { accept: ACCEPT, ...(authorization && { authorization }) },
        signal,
      });
    let answer = await look(this.#remembered(name));
    if (answer.status === 401) {
      const challenge = readChallenge(answer.headers.get('www-authenticate'));
      const authorization =
        challenge && (await this.#authorization(name, challenge, signal));
      if (!authorization) return 'unknown';
      answer = await look(authorization);
    }
    return stateIn(answer);
  }

  #remembered(name: string): string | undefined {
    const token = this.#tokens.get(name);
    return token && this.clock.now() < token.until ? token.header : undefined;
  }

  async #authorization(
    name: string,
    challenge: Challenge,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const basic = this.#basic();
    if (challenge.scheme === 'basic') {
      if (basic) this.#tokens.set(name, { header: basic, until: Infinity });
      return basic;
    }
    const realm = new URL(challenge.realm);
    // Name and password do not leave a closed connection for an open one.
    if (this.#base.startsWith('https:') && realm.protocol !== 'https:') {
      return undefined;
    }
    if (challenge.service) realm.searchParams.set('service', challenge.service);
    realm.searchParams.set(
      'scope',
      challenge.scope ?? `repository:${name}:pull`,
    );
    const answer = await fetch(realm, {
      headers: basic ? { authorization: basic } : {},
      signal,
    });
    if (!answer.ok) return undefined;
    const body = (await answer.json()) as {
      token?: string;
      access_token?: string;
      expires_in?: number;
    };
    const token = body.token ?? body.access_token;
    if (!token) return undefined;
    const header = `Bearer ${token}`;
    const goodFor = (body.expires_in ?? TOKEN_GOOD_FOR) * 1_000 - MARGIN;
    this.#tokens.set(name, { header, until: this.clock.now() + goodFor });
    return header;
  }

  #basic(): string | undefined {
    const { credentials } = this.settings;
    if (!credentials) return undefined;
    const { username, password } = credentials;
    const text = `${username}:${password}`;
    return `Basic ${Buffer.from(text).toString('base64')}`;
  }
}

function stateIn({ status, headers }: Response): ImageState {
  if (status === 200) return 'exists';
  // A page that says 404 is of something between here and the registry.
  const isPage = headers.get('content-type')?.includes('html');
  return status === 404 && !isPage ? 'missing' : 'unknown';
}
