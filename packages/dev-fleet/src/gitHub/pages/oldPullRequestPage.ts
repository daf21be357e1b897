import { runGit } from '../../git/runGit';
import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { GitHubRepository } from '../state/GitHubRepository';
import { commitLink } from './commitLink';

/** A pull request from before the demo began, of which only its commit is left; `undefined`: there was none. */
export async function oldPullRequestPage(
  { hosted, name }: GitHubRepository,
  number: number,
): Promise<Html | undefined> {
  const log = await runGit(hosted.folder, [
    'log',
    '-1',
    '--fixed-strings',
    `--grep=(#${number})`,
    '--format=%H %s',
    hosted.branch,
    '--',
  ]).catch(() => '');
  const [, hash, subject] = /^(\S+) (.*)$/m.exec(log) ?? [];
  if (!hash) return undefined;
  const title = subject.replace(` (#${number})`, '');
  return page({
    title: `${title} · #${number} · ${name}`,
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>${title} <span class="faint">#${number}</span></h1>
      <p><strong>Merged</strong> as ${commitLink(name, hash)}</p>`,
  });
}
