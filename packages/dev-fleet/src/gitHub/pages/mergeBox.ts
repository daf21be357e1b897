import { html, type Html } from '../../neighbours/html';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { MergeMethod } from '../rules/PullRequestRules';
import { methodsOf } from '../state/Settings';

const WAYS: Record<MergeMethod, string> = {
  merge: 'with a merge commit',
  squash: 'as one commit',
  rebase: 'rebased',
};

/** The button that merges, or why it does not. */
export async function mergeBox(
  { book, settings, name }: GitHubRepository,
  pullRequest: PullRequest,
  visitor: string | undefined,
): Promise<Html> {
  const by = visitor ?? '';
  const isOpenTo = await Promise.all(
    methodsOf(settings).map(async method => ({
      method,
      refusal: await book.desk.refusal(pullRequest, { by, method }),
    })),
  );
  const ways = isOpenTo.filter(({ refusal }) => !refusal);
  const why = isOpenTo.at(0)?.refusal?.message ?? 'It cannot be merged.';
  const path = `/${name}/pull/${pullRequest.number}`;
  const may = Boolean(visitor);
  const own = visitor === pullRequest.author;
  return html`<div class="box">
    ${ways.length > 0
      ? html`<p class="good">This can be merged.</p>`
      : html`<p class="bad"><strong>Merging is blocked</strong></p>
          <pre>${why.trim()}</pre>`}
    <form method="post" action="${path}/merge">
      <button class="main" ${may && ways.length > 0 ? '' : 'disabled'}>
        Merge pull request
      </button>
      ${ways.length > 0 &&
      html`<select name="method" aria-label="How to merge">
        ${ways.map(
          ({ method }) =>
            html`<option value="${method}">${WAYS[method]}</option>`,
        )}
      </select>`}
    </form>
    ${may &&
    !own &&
    html`<form method="post" action="${path}/approve">
      <button>Approve</button>
    </form>`}
    ${may &&
    html`<form method="post" action="${path}/close">
      <button>Close</button>
    </form>`}
    <p class="faint">
      ${may ? html`You are ${visitor} here.` : 'Nobody is signed in.'}
    </p>
  </div>`;
}
