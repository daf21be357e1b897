import type { IncomingMessage, ServerResponse } from 'node:http';
import { html, type Html } from '../../neighbours/html';
import { page, sendPage } from '../../neighbours/page';
import type { HostedRepositories } from '../HostedRepositories';
import { commitPage } from './commitPage';
import { filePage } from './filePage';
import { folderPage } from './folderPage';
import { sendRaw } from './sendRaw';
import { repositoryPage } from './repositoryPage';

const nothing = page({
  title: 'Not found',
  body: html`<h1>There is no such page</h1>`,
});

/** Pages of a host's repositories, where the links of the portal lead; `undefined` for what is none of them. */
export function pagesOf(repositories: HostedRepositories) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined => {
    if (request.method !== 'GET') return undefined;
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, name, kind, rest] =
      /^\/([^/]+\/[^/]+?)(?:\/(commit|blob|tree|raw)\/(.+?))?\/?$/.exec(
        pathname,
      ) ?? [];
    const repository = name && repositories.get(name);
    if (!repository) return undefined;
    const asked = decoded(rest);
    if (kind === 'commit') return send(response, commitPage(repository, asked));
    if (kind === 'blob') return send(response, filePage(repository, asked));
    if (kind === 'tree') return send(response, folderPage(repository, asked));
    if (kind === 'raw') return sendRaw(response, repository, asked);
    return send(
      response,
      repositories.access
        .pagesOf(repository)
        .then(others => repositoryPage(repository, others)),
    );
  };
}

async function send(
  response: ServerResponse,
  made: Promise<Html | undefined>,
): Promise<void> {
  const found = await made;
  sendPage(response, found ? 200 : 404, found ?? nothing);
}

function decoded(path = ''): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
