import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { GitHubRepository } from '../state/GitHubRepository';
import { commitLink } from './commitLink';

/** A check run with what it said; `undefined`: there is none. */
export function checkRunPage(
  { name, checks }: GitHubRepository,
  id: number,
): Html | undefined {
  const run = checks.get(id);
  if (!run) return undefined;
  return page({
    title: `${run.name} · ${name}`,
    ...(run.conclusion === null && { refresh: 3 }),
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>${run.name}</h1>
      <p>
        <strong>${run.conclusion ?? run.status.replace('_', ' ')}</strong> of
        ${commitLink(name, run.sha)}, by ${run.app}
      </p>
      ${run.output?.title && html`<h2>${run.output.title}</h2>`}
      ${run.output?.summary && html`<pre>${run.output.summary}</pre>`}`,
  });
}
