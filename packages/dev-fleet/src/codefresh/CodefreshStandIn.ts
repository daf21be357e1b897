import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { machineClock, type Clock } from '../kubernetes/clock';
import { sendJson } from '../kubernetes/http/answers';
import { readText } from '../kubernetes/http/body';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { CodefreshError } from './CodefreshError';
import { CODEFRESH_FAULTS, type CodefreshFault } from './faults';
import { sendPipeline } from './pipelinePage';
import { Pipelines } from './Pipelines';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** Codefresh under `/codefresh`: the calls about projects and pipelines, and a page of each pipeline. */
export class CodefreshStandIn implements Neighbour {
  readonly faulty = new NeighbourFaults<CodefreshFault>(
    'codefresh',
    CODEFRESH_FAULTS,
  );
  readonly pipelines: Pipelines;

  constructor(
    private readonly options: {
      /** Key of its API. */
      token: string;
      /** Instead of the machine's clock. */
      clock?: Pick<Clock, 'now'>;
    },
  ) {
    const { clock = machineClock() } = options;
    this.pipelines = new Pipelines(() => clock.now());
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, area, rest] = /^\/codefresh\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    if (area === 'api') return this.#answer(request, response, rest);
    if (area !== 'pipelines' || request.method !== 'GET') return undefined;
    return sendPipeline(response, this.pipelines, decodeURIComponent(rest));
  }

  faults = () => this.faulty.faults();
  concerns = (wish: object) => this.faulty.concerns(wish);
  switchFault = (wish: object) => this.faulty.switchFault(wish);

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const { method = 'GET' } = request;
    const fault = this.faulty.meet(`${method} ${path.split('/')[0]}`);
    if (fault === 'down') {
      request.socket.destroy();
      return;
    }
    if (fault === 'broken') {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<h1>Bad gateway</h1>');
      return;
    }
    if (fault === 'slow') await wait(SLOW, undefined, { ref: false });
    const text = await readText(request);
    const isKnown =
      fault !== 'unauthorized' &&
      request.headers.authorization === this.options.token;
    const [status, body] = isKnown
      ? this.#do(method, path, text)
      : refusal(new CodefreshError(401, 'UNAUTHORIZED_ERROR', 'Unauthorized'));
    if (fault === 'lost') request.socket.destroy();
    else if (body === undefined) response.writeHead(status).end();
    else sendJson(response, status, body);
  }

  #do(method: string, path: string, text: string): [number, object?] {
    try {
      return this.#call(method, path.split('/').map(decodeURIComponent), text);
    } catch (error) {
      if (error instanceof CodefreshError) return refusal(error);
      throw error;
    }
  }

  #call(
    method: string,
    [kind, ...rest]: string[],
    text: string,
  ): [number, object?] {
    const { pipelines } = this;
    const name = rest.join('/');
    switch (`${method} ${kind}${name && '/…'}`) {
      case 'GET projects':
        return [200, { projects: pipelines.projects() }];
      case 'GET projects/…':
        return [200, pipelines.project(name.replace(/^name\//, ''))];
      case 'POST projects':
        return [201, pipelines.addProject(parsed(text).projectName)];
      case 'GET pipelines': {
        const docs = pipelines.list();
        return [200, { docs, count: docs.length }];
      }
      case 'GET pipelines/…':
        return [200, pipelines.get(name)];
      case 'POST pipelines':
        return [200, pipelines.add(parsed(text))];
      case 'PUT pipelines/…':
        return [200, pipelines.replace(name, parsed(text))];
      case 'DELETE pipelines/…':
        pipelines.remove(name);
        return [204];
      default:
        throw new CodefreshError(404, 'NOT_FOUND_ERROR', 'Not Found');
    }
  }
}

/** @throws CodefreshError 400 */
function parsed(text: string): Record<string, never> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new CodefreshError(400, 'VALIDATION_ERROR', 'The body is no JSON');
  }
}

function refusal({ status, code, message }: CodefreshError): [number, object] {
  return [status, { status, code, name: code, message }];
}
