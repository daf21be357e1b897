import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from '../state/GitHubRepository';
import { checksOf } from './checksOf';
import { commitLink } from './commitLink';
import { labelBox } from './labelBox';
import { mergeBox } from './mergeBox';

const STYLE = `
ul { padding-left: 1.25rem; }
.label { border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.5rem; font-size: 0.8rem; white-space: nowrap; }
.box { border: 1px solid light-dark(#c9cdd2, #3a3f45); border-radius: 6px; padding: 0.25rem 1rem; margin-top: 2rem; }
.box pre { white-space: pre-wrap; }
.labels form { display: inline-block; margin: 0.25rem 0.25rem 0 0; }
.labels button { padding: 0.1rem 0.6rem; border-radius: 1rem; font-size: 0.8rem; }
.box form { display: inline-block; margin: 0 0.5rem 0.75rem 0; }
button, select { font: inherit; padding: 0.35rem 0.9rem; border-radius: 6px; border: 1px solid light-dark(#8b9096, #5d646b);
  color: inherit; background: light-dark(#ffffff, #24282d); }
button.main { color: #ffffff; background: #1a7f37; border-color: #1a7f37; }
button:disabled { opacity: 0.55; }
.bad { color: light-dark(#b42318, #ff9b90); } .good { color: light-dark(#1a7f37, #7ee2a0); }
code { overflow-wrap: anywhere; }
`;

const WORDS = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'wants changes',
  COMMENTED: 'commented',
};

/** A pull request, for people. */
export async function pullRequestPage(
  repository: GitHubRepository,
  pullRequest: PullRequest,
  visitor: string | undefined,
): Promise<Html> {
  const { name } = repository;
  const { number, title, head, base, author, merged } = pullRequest;
  const isOpen = pullRequest.state === 'open';
  return page({
    title: `${title} · #${number} · ${name}`,
    style: STYLE,
    ...(isOpen && { refresh: 3 }),
    body: html`<p>
        <a href="/${name}">${name}</a> ·
        <a href="/${name}/pulls">Pull requests</a>
      </p>
      <h1>${title} <span class="faint">#${number}</span></h1>
      <p>
        <strong>${stateOf(pullRequest)}</strong> · ${author} wants to merge
        <code>${head.branch}</code> into <code>${base.branch}</code>
      </p>
      ${pullRequest.labels.length > 0 &&
      html`<p>
        ${pullRequest.labels.map(
          label => html`<span class="label">${label}</span> `,
        )}
      </p>`}
      ${isOpen && visitor && labelBox(repository, pullRequest)}
      ${merged &&
      html`<p>Merged by ${merged.by} as ${commitLink(name, merged.commit)}</p>`}
      <pre>${pullRequest.body}</pre>
      <h2>Commit</h2>
      <p>${commitLink(name, head.sha)}</p>
      <h2>Checks</h2>
      ${checksOf(repository, pullRequest)}
      ${pullRequest.reviews.length > 0 &&
      html`<h2>Reviews</h2>
        <ul>
          ${pullRequest.reviews.map(
            ({ author: by, state }) => html`<li>${by}: ${WORDS[state]}</li>`,
          )}
        </ul>`}
      ${pullRequest.comments.length > 0 &&
      html`<h2>Comments</h2>
        ${pullRequest.comments.map(
          comment => html`<p class="faint">${comment.author}</p>
            <pre>${comment.body}</pre>`,
        )}`}
      ${isOpen && (await mergeBox(repository, pullRequest, visitor))}`,
  });
}

function stateOf({ state, merged, isDraft }: PullRequest): string {
  if (merged) return 'Merged';
  if (state === 'closed') return 'Closed';
  return isDraft ? 'Draft' : 'Open';
}
