import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../../kubernetes/http/body';
import { html, type Html } from '../../neighbours/html';
import { page, sendPage } from '../../neighbours/page';
import { GitHubError } from '../GitHubError';
import type { MergeMethod } from '../rules/PullRequestRules';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { GitHubWorld } from '../state/GitHubWorld';
import { putLabel, takeLabel } from '../state/labelling';
import { checkRunPage } from './checkRunPage';
import { oldPullRequestPage } from './oldPullRequestPage';
import { organizationPage } from './organizationPage';
import { pullRequestPage } from './pullRequestPage';
import { pullRequestsPage } from './pullRequestsPage';

const nothing = page({
  title: 'Not found',
  body: html`<h1>There is no such page</h1>`,
});

/** What people see of GitHub, and what they may do there: approve, merge, close. */
export class GitHubPages {
  constructor(
    private readonly world: GitHubWorld,
    /** Login of who looks; absent: he may do nothing. */
    private readonly visitor: string | undefined,
  ) {}

  /** `undefined`: there is no such page here. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [path] = (request.url ?? '/').split('?');
    const [, owner, rest] = /^\/([^/]+)(?:\/(.+?))?\/?$/.exec(path) ?? [];
    if (!owner) return undefined;
    if (!rest) return this.#organization(request, response, owner);
    const [short, ...parts] = rest.split('/');
    const repository = this.world.repository(`${owner}/${short}`);
    if (!repository) return undefined;
    const [kind, id, act] = parts;
    if (request.method === 'POST' && kind === 'pull' && act) {
      return this.#act(request, response, { repository, number: +id, act });
    }
    if (request.method !== 'GET' || act) return undefined;
    const made = this.#pageOf(repository, kind, id);
    return made && send(response, made);
  }

  #organization(
    { method }: IncomingMessage,
    response: ServerResponse,
    owner: string,
  ): Promise<void> | undefined {
    const found = this.world.organization(owner);
    if (!found || method !== 'GET') return undefined;
    const all = this.world.repositories(owner);
    return send(response, Promise.resolve(organizationPage(found, all)));
  }

  #pageOf(
    repository: GitHubRepository,
    kind: string,
    id: string | undefined,
  ): Promise<Html | undefined> | undefined {
    if (kind === 'pulls' && !id) return pullRequestsPage(repository);
    if (kind === 'pull' && id) return this.#pullRequest(repository, Number(id));
    if (kind === 'runs' && id) {
      return Promise.resolve(checkRunPage(repository, Number(id)));
    }
    return undefined;
  }

  async #pullRequest(
    repository: GitHubRepository,
    number: number,
  ): Promise<Html | undefined> {
    const all = await repository.book.list();
    const found = all.find(each => each.number === number);
    return found
      ? pullRequestPage(repository, found, this.visitor)
      : oldPullRequestPage(repository, number);
  }

  async #act(
    request: IncomingMessage,
    response: ServerResponse,
    about: { repository: GitHubRepository; number: number; act: string },
  ): Promise<void> {
    const { repository, number, act } = about;
    const back = `/${repository.name}/pull/${number}`;
    const fields = new URLSearchParams(await readText(request));
    try {
      if (!this.visitor || !isFromHere(request)) {
        throw new GitHubError(403, 'Nobody is signed in');
      }
      const pullRequest = await repository.book.get(number);
      const by = this.visitor;
      if (act === 'merge') {
        const method = (fields.get('method') ?? 'merge') as MergeMethod;
        await repository.book.desk.merge(pullRequest, { by, method });
      } else if (act === 'approve') {
        const said = { author: by, state: 'APPROVED' as const, body: '' };
        repository.book.review(pullRequest, said);
      } else if (act === 'label' || act === 'unlabel') {
        const name = fields.get('name') ?? '';
        if (!repository.labels.some(each => each.name === name)) {
          throw new GitHubError(404, 'There is no such label');
        }
        const change = act === 'label' ? putLabel : takeLabel;
        change(this.world, repository, { pullRequest, name, by });
      } else if (act === 'close') repository.book.close(pullRequest, by);
      else throw new GitHubError(404, 'Not Found');
      response.writeHead(303, { location: back }).end();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const { status, message } = error;
      const title = 'This was not done';
      const body = html`<h1>${title}</h1>
        <pre>${message.trim()}</pre>
        <p><a href="${back}">Back to the pull request</a></p>`;
      sendPage(response, status, page({ title, body }));
    }
  }
}

/** Other pages do nothing in a visitor's name. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  return origin === undefined || origin === `http://${host}`;
}

async function send(
  response: ServerResponse,
  made: Promise<Html | undefined>,
): Promise<void> {
  const found = await made;
  sendPage(response, found ? 200 : 404, found ?? nothing);
}
