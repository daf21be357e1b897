import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { HostedRepository } from '../HostedRepositories';
import { runGit } from '../runGit';

const STYLE = `
h1 { white-space: pre-line; }
pre span { display: block; }
.added { background: #2da44e33; } .removed { background: #cf222e33; }
`;

/** A commit with what it changed; `undefined` where there is none of this hash. */
export async function commitPage(
  { name, folder }: HostedRepository,
  hash: string,
): Promise<Html | undefined> {
  if (!/^[0-9a-f]{7,40}$/.test(hash)) return undefined;
  const shown = await runGit(folder, [
    'show',
    '--first-parent',
    '--no-color',
    '--format=%H%x00%an%x00%cD%x00%B%x00',
    hash,
    '--',
  ]).catch(() => undefined);
  if (shown === undefined) return undefined;
  const [whole, author, at, message, diff] = shown.split('\0');
  const [subject, ...body] = message.trim().split('\n');
  return page({
    title: `${subject} · ${name}`,
    style: STYLE,
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>${subject}</h1>
      ${body.length > 0 ? html`<pre>${body.join('\n').trim()}</pre>` : ''}
      <p>${author}, ${at}<br /><code>${whole}</code></p>
      <pre>${diff.trim().split('\n').map(lineOf)}</pre>`,
  });
}

function lineOf(line: string): Html {
  if (/^\+(?!\+\+)/.test(line)) return html`<span class="added">${line}</span>`;
  if (/^-(?!--)/.test(line)) return html`<span class="removed">${line}</span>`;
  return html`<span>${line}</span>`;
}
