import { html, type Html } from '../../neighbours/html';
import type { CheckRun } from '../pullRequests/CheckRuns';
import type { CommitStatus } from '../pullRequests/CommitStatuses';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from '../state/GitHubRepository';

const WORDS: Record<CommitStatus['state'], string> = {
  success: 'passed',
  failure: 'failed',
  error: 'failed',
  pending: 'waiting',
};

/** Addresses of other kinds are no links. */
const linked = (name: string, url: string | undefined): Html | string =>
  url && /^https?:\/\//.test(url) ? html`<a href="${url}">${name}</a>` : name;

const said = (text: string | undefined): Html | false =>
  text ? html`<span class="faint">${text}</span>` : false;

/** What looked at the commit of a pull request, what it says, and what is still waited for. */
export function checksOf(
  { checks, book }: GitHubRepository,
  { head, base }: PullRequest,
): Html {
  const required = new Set(
    book.rulesFor(base.branch).flatMap(rule => rule.checks),
  );
  const runs = checks.latestOf(head.sha);
  const statuses = checks.statuses.latestOf(head.sha);
  const reported = [
    ...runs.map(({ name }) => name),
    ...statuses.map(({ context }) => context),
  ];
  const expected = [...required].filter(name => !reported.includes(name));
  const mark = (name: string) => (required.has(name) ? ' (required)' : '');
  if (reported.length + expected.length === 0) {
    return html`<p class="faint">There are none.</p>`;
  }
  return html`<ul>
    ${runs.map(
      ({ name, detailsUrl, output, ...run }) =>
        html`<li>
          ${linked(name, detailsUrl)}: ${`${stateOfRun(run)}${mark(name)}`}
          ${said(output?.title)}
        </li>`,
    )}
    ${statuses.map(
      ({ context, targetUrl, description, state }) =>
        html`<li>
          ${linked(context, targetUrl)}: ${`${WORDS[state]}${mark(context)}`}
          ${said(description)}
        </li>`,
    )}
    ${expected.map(name => html`<li>${name}: expected (required)</li>`)}
  </ul>`;
}

function stateOfRun({
  conclusion,
  status,
}: Pick<CheckRun, 'conclusion' | 'status'>): string {
  if (conclusion === null) return status === 'queued' ? 'queued' : 'running';
  const words: Record<string, string> = {
    success: 'passed',
    failure: 'failed',
  };
  return words[conclusion] ?? conclusion.replace('_', ' ');
}
