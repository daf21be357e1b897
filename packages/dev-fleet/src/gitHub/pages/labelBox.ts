import { html, type Html } from '../../neighbours/html';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from '../state/GitHubRepository';

/** The labels of a repository: a button for each puts it on a pull request, or takes it off. */
export function labelBox(
  { labels, name }: GitHubRepository,
  { number, labels: own }: PullRequest,
): Html {
  const path = `/${name}/pull/${number}`;
  return html`<div class="labels">
    <span class="faint">Labels:</span>
    ${labels.map(label => {
      const has = own.includes(label.name);
      return html`<form
        method="post"
        action="${path}/${has ? 'unlabel' : 'label'}"
      >
        <input type="hidden" name="name" value="${label.name}" />
        <button title="${has ? 'Take it off' : 'Put it on'}">
          ${has ? '✓ ' : ''}${label.name}
        </button>
      </form>`;
    })}
  </div>`;
}
