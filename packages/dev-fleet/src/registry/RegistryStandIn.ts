import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../kubernetes/http/answers';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { INDEX, refuse, sendManifest } from './answers';
import { Door, REALM, type DoorOptions } from './Door';
import { REGISTRY_FAULTS, type RegistryFault } from './faults';

/** What a registry has, and whom it lets in. */
export interface RegistryOptions extends DoorOptions {
  /** Tags by the name of their repository. */
  images: Record<string, readonly string[]>;
}

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** An image registry under `/v2/`: whether a manifest is there, as the OCI distribution specification has it. */
export class RegistryStandIn implements Neighbour {
  readonly faulty = new NeighbourFaults<RegistryFault>(
    'registry',
    REGISTRY_FAULTS,
  );
  readonly #images: Map<string, Set<string>>;
  readonly #door: Door;
  #calls = 0;

  constructor({ images, ...options }: RegistryOptions) {
    this.#door = new Door(options);
    this.#images = new Map(
      Object.entries(images).map(([name, tags]) => [name, new Set(tags)]),
    );
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === REALM) {
      return this.#inWeather(request, response, () =>
        this.#door.handOut(url, request, response),
      );
    }
    if (!url.pathname.startsWith('/v2/')) return undefined;
    this.#calls += 1;
    return this.#inWeather(request, response, () =>
      this.#look(url, request, response),
    );
  }

  faults = () => this.faulty.faults();
  concerns = (wish: object) => this.faulty.concerns(wish);
  switchFault = (wish: object) => this.faulty.switchFault(wish);

  /** Somebody pushes an image. */
  push(name: string, tag: string): void {
    this.#images.set(name, new Set(this.#images.get(name)).add(tag));
  }

  /** How many requests came to `/v2/`. */
  get calls(): number {
    return this.#calls;
  }

  /** Tokens that were handed out are good no more. */
  endTokens(): void {
    this.#door.endTokens();
  }

  async #inWeather(
    request: IncomingMessage,
    response: ServerResponse,
    answer: () => void,
  ): Promise<void> {
    switch (this.faulty.meet(request.method ?? '')) {
      case 'down':
        request.socket.destroy();
        return;
      case 'broken':
        response.writeHead(503, { 'content-type': 'text/html' });
        response.end('<h1>Service unavailable</h1>');
        return;
      case 'busy':
        response.setHeader('retry-after', 30);
        refuse(response, 429, 'TOOMANYREQUESTS');
        return;
      case 'denied':
        this.#door.challenge(request, response);
        return;
      case 'slow':
        await new Promise(resolve => setTimeout(resolve, SLOW).unref());
        break;
      default:
    }
    if (!response.destroyed) answer();
  }

  #look(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const [, name, tag] =
      /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(url.pathname) ?? [];
    const scope = name ? `repository:${name}:pull` : '';
    if (!this.#door.letsIn(request, scope)) {
      this.#door.challenge(request, response, scope);
      return;
    }
    if (url.pathname === '/v2/') sendJson(response, 200, {});
    else if (!name) refuse(response, 404, 'UNSUPPORTED');
    else if (!this.#images.has(name)) refuse(response, 404, 'NAME_UNKNOWN');
    else if (
      !this.#images.get(name)?.has(decodeURIComponent(tag)) ||
      // As Docker's registry does where an index is there, and the client did not say that it reads them.
      !request.headers.accept?.includes(INDEX)
    ) {
      refuse(response, 404, 'MANIFEST_UNKNOWN');
    } else sendManifest(response, `${name}:${tag}`);
  }
}
