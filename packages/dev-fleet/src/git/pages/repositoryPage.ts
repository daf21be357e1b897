import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { HostPage } from '../GitAccess';
import type { HostedRepository } from '../HostedRepositories';
import { runGit } from '../runGit';

/** How many commits are shown. */
const SHOWN = 100;

/** What came to a repository's branch last. */
export async function repositoryPage(
  { name, folder, branch }: HostedRepository,
  others: HostPage[],
): Promise<Html> {
  const log = await runGit(folder, [
    'log',
    `--max-count=${SHOWN}`,
    '--format=%H%x00%s%x00%an%x00%cs',
    branch,
    '--',
  ]).catch(() => '');
  const commits = log
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\0'));
  return page({
    title: name,
    body: html`<h1>${name}, branch ${branch}</h1>
      <p><a href="/${name}/tree/${branch}">Files</a></p>
      ${others.length > 0 &&
      html`<ul>
        ${others.map(
          each => html`<li><a href="${each.path}">${each.title}</a></li>`,
        )}
      </ul>`}
      <h2>Commits</h2>
      ${commits.length === 0 &&
      html`<p class="faint">Nothing was pushed yet.</p>`}
      <ul>
        ${commits.map(
          ([hash, subject, author, day]) =>
            html`<li>
              <a href="/${name}/commit/${hash}">${subject}</a>
              <span class="faint">${author}, ${day}</span>
            </li>`,
        )}
      </ul>`,
  });
}
