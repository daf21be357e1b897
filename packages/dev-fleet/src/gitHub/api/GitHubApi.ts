import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitAccount } from '../../git/GitAccount';
import { readText } from '../../kubernetes/http/body';
import { GitHubError, notFound } from '../GitHubError';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';
import type { Answer, Route } from './Call';
import { comments } from './comments';
import { commits } from './commits';
import { pulls } from './pulls';
import { repositories } from './repositories';

const routes = [...repositories, ...commits, ...pulls, ...comments].map(
  route => ({ ...route, pattern: patternOf(route) }),
);

/** GitHub's REST API, as far as the portal uses it, under `/api/v3` as an Enterprise server has it. */
export class GitHubApi {
  constructor(
    private readonly options: {
      accounts: readonly GitAccount[];
      bookOf(name: string): PullRequestBook | undefined;
    },
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, url = '/' } = request;
    const origin = `http://${headers.host ?? '127.0.0.1'}`;
    const asked = new URL(url, origin);
    const text = await readText(request);
    try {
      const answer = await this.#answer(request, asked, text);
      if (answer.isList) return sendPage(response, answer.body, asked);
      return send(response, answer.status ?? 200, answer.body);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      return send(response, error.status, error.toBody());
    }
  }

  async #answer(
    { method, headers }: IncomingMessage,
    { pathname, searchParams, origin }: URL,
    text: string,
  ): Promise<Answer> {
    const account = accountOf(headers.authorization, this.options.accounts);
    if (!account) throw new GitHubError(401, 'Bad credentials');
    const [, name, path] =
      /^\/api\/v3\/repos\/([^/]+\/[^/]+)(.*)$/.exec(pathname) ?? [];
    const book = name && this.options.bookOf(name);
    if (!book) throw notFound();
    for (const route of routes) {
      const match = route.method === method && route.pattern.exec(path);
      if (!match) continue;
      if (method !== 'GET' && account.mayPush === false) {
        throw new GitHubError(
          403,
          'Resource not accessible by personal access token',
        );
      }
      return route.answer({
        book,
        origin,
        account,
        parts: match.slice(1).map(decodeURIComponent),
        query: searchParams,
        body: parse(text),
      });
    }
    throw notFound();
  }
}

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replace(/:/g, '([^/]+)')}$`);
}

function accountOf(
  authorization: string | undefined,
  accounts: readonly GitAccount[],
): GitAccount | undefined {
  const [, token] = /^(?:bearer|token) (\S+)$/i.exec(authorization ?? '') ?? [];
  return accounts.find(each => each.token === token);
}

function parse(text: string): Record<string, unknown> {
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
}

function sendPage(response: ServerResponse, body: object, asked: URL): void {
  const all = body as object[];
  const size = Number(asked.searchParams.get('per_page') ?? 30);
  const number = Number(asked.searchParams.get('page') ?? 1);
  if (number * size < all.length) {
    const next = new URL(asked);
    next.searchParams.set('page', String(number + 1));
    response.setHeader('link', `<${next}>; rel="next"`);
  }
  send(response, 200, all.slice((number - 1) * size, number * size));
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body));
}
