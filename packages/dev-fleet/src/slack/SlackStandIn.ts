import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../kubernetes/http/answers';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { sendPage } from '../neighbours/page';
import { fieldsOf, textOf } from './api/fieldsOf';
import { slackMethods } from './api/slackMethods';
import { SLACK_FAULTS, type SlackFault } from './faults';
import { slackPage } from './page/slackPage';
import { SlackError } from './SlackError';
import type { SlackWorkspace } from './SlackWorkspace';

/** Everything that the portal could use. */
export const ALL_SCOPES = [
  'chat:write',
  'channels:read',
  'channels:history',
  'groups:read',
  'groups:history',
];

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;
/** In seconds. */
const RETRY_AFTER = 30;

/** Slack's Web API under `/slack/api`, and a page with the messages under `/slack`. */
export class SlackStandIn implements Neighbour {
  readonly faulty = new NeighbourFaults<SlackFault>('slack', SLACK_FAULTS);
  readonly #calls = new Map<string, number>();

  /** @param options - `scopes` of the token: all that there are if absent */
  constructor(
    readonly workspace: SlackWorkspace,
    private readonly options: { token: string; scopes?: readonly string[] },
  ) {}

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!/^\/slack(\/|$)/.test(url.pathname)) return undefined;
    const [, room, method] =
      /^\/slack\/(api|archives)\/(.+)$/.exec(url.pathname) ?? [];
    if (room === 'api') return this.#call(method, request, response);
    if (room === 'archives') {
      const location = `/slack#${method.replace('/', '-')}`;
      response.writeHead(302, { location }).end();
    } else sendPage(response, 200, slackPage(this.workspace));
    return Promise.resolve();
  }

  faults = () => this.faulty.faults();
  concerns = (wish: object) => this.faulty.concerns(wish);
  switchFault = (wish: object) => this.faulty.switchFault(wish);

  /** How often a method was called, or anything at all. */
  calls(method?: string): number {
    if (method !== undefined) return this.#calls.get(method) ?? 0;
    return [...this.#calls.values()].reduce((sum, count) => sum + count, 0);
  }

  async #call(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.#calls.set(method, this.calls(method) + 1);
    const fault = this.faulty.meet(method);
    switch (fault) {
      case 'down':
        request.socket.destroy();
        return;
      case 'broken':
        response.writeHead(503, { 'content-type': 'text/html' });
        response.end('<h1>Service unavailable</h1>');
        return;
      case 'ratelimited':
        response.setHeader('retry-after', RETRY_AFTER);
        sendJson(response, 429, { ok: false, error: 'ratelimited' });
        return;
      case 'slow':
        await new Promise(resolve => setTimeout(resolve, SLOW).unref());
        break;
      default:
    }
    const answer = await this.#answer(method, request, fault);
    if (fault === 'lost') request.socket.destroy();
    else if (!response.destroyed) sendJson(response, 200, answer);
  }

  async #answer(method: string, request: IncomingMessage, fault: SlackFault) {
    try {
      const fields = await fieldsOf(request);
      const token =
        request.headers.authorization?.replace(/^Bearer /i, '') ??
        textOf(fields, 'token');
      if (!token) throw new SlackError('not_authed');
      if (token !== this.options.token || fault === 'unauthorized') {
        throw new SlackError('invalid_auth');
      }
      if (!Object.hasOwn(slackMethods, method)) {
        throw new SlackError('unknown_method', { req_method: method });
      }
      if (fault === 'gone') throw new SlackError('channel_not_found');
      const { scopes = ALL_SCOPES } = this.options;
      const page = `http://${request.headers.host}/slack`;
      const { workspace } = this;
      return {
        ok: true,
        ...slackMethods[method]({ fields, workspace, scopes, page }),
      };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { ok: false, error: error.code, ...error.details };
    }
  }
}
