import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../../kubernetes/http/body';
import type { AppAccount } from '../apps/AppWish';
import { checkApp } from '../apps/checkApp';
import { GitHubError, notFound } from '../GitHubError';
import type { GitHubWorld } from '../state/GitHubWorld';
import { answerAsApp } from './answerAsApp';
import type { Answer, Call } from './Call';
import { checkMay } from './checkMay';
import { PointLimits, type PointsOfMinute } from './PointLimits';
import { RateLimits } from './RateLimits';
import { findRoute, globalRoutes, repositoryRoutes } from './routes';
import { sendAnswer } from './sendAnswer';

/** Calls of an account that are taken in an hour. */
const CALLS_PER_HOUR = 5_000;

const isApp = (account: Call['account']): account is AppAccount =>
  account.appId !== undefined;

/** GitHub's REST API under `/api/v3`, as an Enterprise server has it, with the little of GraphQL that is asked beside it. */
export class GitHubApi {
  readonly #limits: RateLimits;
  #points?: PointLimits;

  constructor(
    private readonly world: GitHubWorld,
    {
      callsPerHour = CALLS_PER_HOUR,
      pointsPerMinute,
    }: { callsPerHour?: number; pointsPerMinute?: number } = {},
  ) {
    this.#limits = new RateLimits(world.options.clock, callsPerHour);
    if (pointsPerMinute) this.limitPoints({ pointsPerMinute });
  }

  /** @param limit - absent: none */
  limitPoints(limit?: PointsOfMinute): void {
    const { clock } = this.world.options;
    this.#points = limit && new PointLimits(clock, limit);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, url = '/' } = request;
    const origin = `http://${headers.host ?? '127.0.0.1'}`;
    this.world.origin = origin;
    const asked = new URL(url, origin);
    const text = await readText(request);
    response.setHeader('x-github-request-id', String(this.world.ids.next()));
    response.setHeader('x-github-media-type', 'github.v3; format=json');
    try {
      const token = tokenOf(headers.authorization);
      if (token.split('.').length === 3) {
        const answer = answerAsApp(this.world, { request, asked, token });
        sendAnswer(request, response, { answer, asked });
        return;
      }
      await this.#answerAccount(request, response, { asked, token, text });
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      sendAnswer(request, response, {
        answer: { status: error.status, body: error.toBody() },
        asked,
      });
    }
  }

  async #answerAccount(
    request: IncomingMessage,
    response: ServerResponse,
    { asked, token, text }: { asked: URL; token: string; text: string },
  ): Promise<void> {
    const account = this.world.accountOf(token);
    if (!account) throw new GitHubError(401, 'Bad credentials');
    const { login } = account;
    const { origin, pathname } = asked;
    if (pathname === '/api/v3/rate_limit') {
      this.#limits.writeHead(response, login);
      const core = this.#limits.of(login);
      const answer = { body: { resources: { core }, rate: core } };
      sendAnswer(request, response, { answer, asked });
      return;
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method ?? 'GET';
    try {
      this.#limits.count(login);
      this.#points?.count({ login, method }, response);
    } finally {
      this.#limits.writeHead(response, login);
    }
    if (isApp(account)) checkApp(account, { method, pathname });
    const answer = await this.#answer(method, pathname, {
      world: this.world,
      origin,
      account,
      parts: [],
      query: asked.searchParams,
      accept: request.headers.accept ?? '',
      body: parse(text),
    });
    if (sendAnswer(request, response, { answer, asked })) {
      this.#limits.uncount(login);
    }
  }

  async #answer(method: string, pathname: string, call: Call): Promise<Answer> {
    const global = findRoute(globalRoutes, method, pathname);
    if (global) return global.route.answer({ ...call, parts: global.parts });
    const [, name, path] =
      /^\/(?:api\/v3\/repos|_codeload)\/([^/]+\/[^/]+)(.*)$/.exec(pathname) ??
      [];
    const repository = name && this.world.repository(decodeURIComponent(name));
    if (!repository) throw notFound();
    const found = findRoute(repositoryRoutes, method, path);
    if (!found) throw notFound();
    const { book } = repository;
    const permission = this.world.permissionOf(call.account, repository);
    checkMay(found.route, permission, method);
    const { parts } = found;
    return found.route.answer({ ...call, parts, repository, book, permission });
  }
}

function tokenOf(authorization = ''): string {
  const [, token] = /^(?:bearer|token) (\S+)$/i.exec(authorization) ?? [];
  if (token) return token;
  const [, encoded] = /^basic (\S+)$/i.exec(authorization) ?? [];
  const text = Buffer.from(encoded ?? '', 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
}

function parse(text: string): Record<string, unknown> {
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
}
