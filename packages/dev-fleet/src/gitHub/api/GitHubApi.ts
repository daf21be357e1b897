import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../../kubernetes/http/body';
import { GitHubError, notFound } from '../GitHubError';
import type { GitHubWorld } from '../state/GitHubWorld';
import { isAtLeast } from '../state/Permission';
import { answerAsApp } from './answerAsApp';
import type { Answer, Call, Route } from './Call';
import { PointLimits } from './PointLimits';
import { RateLimits } from './RateLimits';
import { findRoute, globalRoutes, repositoryRoutes } from './routes';
import { sendAnswer } from './sendAnswer';

/** Calls of an account that are taken in an hour. */
const CALLS_PER_HOUR = 5_000;

/** GitHub's REST API under `/api/v3`, as an Enterprise server has it, with the little of GraphQL that is asked beside it. */
export class GitHubApi {
  readonly #limits: RateLimits;
  readonly #points: PointLimits | undefined;

  constructor(
    private readonly world: GitHubWorld,
    {
      callsPerHour = CALLS_PER_HOUR,
      pointsPerMinute,
    }: { callsPerHour?: number; pointsPerMinute?: number } = {},
  ) {
    const { clock } = world.options;
    this.#limits = new RateLimits(clock, callsPerHour);
    this.#points = pointsPerMinute
      ? new PointLimits(clock, pointsPerMinute)
      : undefined;
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
    check(found.route, permission, method);
    const { parts } = found;
    return found.route.answer({ ...call, parts, repository, book, permission });
  }
}

/** @throws GitHubError as GitHub says it to who may not */
function check(
  { needs, path }: Route,
  permission: Parameters<typeof isAtLeast>[0],
  method: string,
): void {
  const least = needs ?? (method === 'GET' ? 'pull' : 'push');
  if (isAtLeast(permission, least)) return;
  if (least !== 'admin') {
    throw new GitHubError(
      403,
      'Resource not accessible by personal access token',
    );
  }
  // Of the settings of a repository who may not set them learns nothing.
  if (path !== '') throw notFound();
  throw new GitHubError(403, 'Must have admin rights to Repository.');
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
