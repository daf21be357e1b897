import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from '../state/GitHubRepository';

/** The pull requests of a repository, the newest first. */
export async function pullRequestsPage({
  name,
  book,
}: GitHubRepository): Promise<Html> {
  const all = (await book.list()).reverse();
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state === 'closed');
  return page({
    title: `Pull requests · ${name}`,
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>Pull requests</h1>
      <h2>Open</h2>
      ${listOf(name, open)}
      ${closed.length > 0 &&
      html`<h2>Closed</h2>
        ${listOf(name, closed)}`}`,
  });
}

function listOf(name: string, all: PullRequest[]): Html {
  if (all.length === 0) return html`<p class="faint">There are none.</p>`;
  return html`<ul>
    ${all.map(
      ({ number, title, author, merged }) => html`<li>
        <a href="/${name}/pull/${number}">${title}</a>
        <span class="faint"
          >#${number}, ${author}${merged ? ', merged' : ''}</span
        >
      </li>`,
    )}
  </ul>`;
}
