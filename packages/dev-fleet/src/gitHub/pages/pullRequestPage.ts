import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { CheckRun } from '../pullRequests/CheckRuns';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';

/** A pull request, for people. */
export function pullRequestPage(
  { repository: { name }, checks }: PullRequestBook,
  pullRequest: PullRequest,
): Html {
  const { number, title, head, base, author, merged } = pullRequest;
  const isOpen = pullRequest.state === 'open';
  return page({
    title: `${title} · #${number} · ${name}`,
    ...(isOpen && { refresh: 3 }),
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>${title} <span class="faint">#${number}</span></h1>
      <p>
        <strong>${stateOf(pullRequest)}</strong> · ${author} wants to merge
        <code>${head.branch}</code> into <code>${base.branch}</code>
      </p>
      ${merged &&
      html`<p>Merged by ${merged.by} as ${commitLink(name, merged.commit)}</p>`}
      <pre>${pullRequest.body}</pre>
      <h2>Commit</h2>
      <p>${commitLink(name, head.sha)}</p>
      <h2>Checks</h2>
      <ul>
        ${checks
          .of(head.sha)
          .map(run => html`<li>${run.name}: ${checkState(run)}</li>`)}
      </ul>
      ${pullRequest.comments.length > 0 &&
      html`<h2>Comments</h2>
        ${pullRequest.comments.map(
          comment => html`<p class="faint">${comment.author}</p>
            <pre>${comment.body}</pre>`,
        )}`}`,
  });
}

/** A pull request from before the demo began, of which only its commit is left. */
export function oldPullRequestPage(
  name: string,
  number: number,
  commit: { hash: string; subject: string },
): Html {
  const title = commit.subject.replace(` (#${number})`, '');
  return page({
    title: `${title} · #${number} · ${name}`,
    body: html`<p><a href="/${name}">${name}</a></p>
      <h1>${title} <span class="faint">#${number}</span></h1>
      <p><strong>Merged</strong> as ${commitLink(name, commit.hash)}</p>`,
  });
}

function commitLink(name: string, hash: string): Html {
  return html`<a href="/${name}/commit/${hash}"
    ><code>${hash.slice(0, 8)}</code></a
  >`;
}

function stateOf({ state, merged }: PullRequest): string {
  if (merged) return 'Merged';
  return state === 'open' ? 'Open' : 'Closed';
}

function checkState({ conclusion, isRequired }: CheckRun): string {
  const state =
    conclusion === null
      ? 'running'
      : { success: 'passed', failure: 'failed' }[conclusion];
  return isRequired ? `${state} (required)` : state;
}
