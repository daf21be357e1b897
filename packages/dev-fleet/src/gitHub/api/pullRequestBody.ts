import { timestamp } from '../../kubernetes/clock';
import type { Mergeability } from '../pullRequests/mergeability';
import type { PullRequest } from '../pullRequests/PullRequest';
import { labelBody } from './labelBody';
import { repositoryBody } from './repositoryBody';
import { userBody } from './userBody';
import { apiUrl, pageUrl, type Where } from './Where';

/** A pull request as the API has it; in lists without `mergeability`. */
export function pullRequestBody(
  pullRequest: PullRequest,
  where: Where,
  mergeability?: Mergeability,
): object {
  const { origin, repository } = where;
  const { number, head, base, merged, closedAt, author } = pullRequest;
  const user = (login: string) => userBody(login, origin);
  const side = ({ branch, sha }: { branch: string; sha: string }) => ({
    label: `${repository.owner}:${branch}`,
    ref: branch,
    sha,
    user: user(repository.owner),
    repo: repositoryBody(repository, { origin }),
  });
  const ended = closedAt === undefined ? null : timestamp(closedAt);
  const labels = repository.labels.filter(({ name }) =>
    pullRequest.labels.includes(name),
  );
  return {
    id: repository.id * 10 + number,
    number,
    url: `${apiUrl(where)}/pulls/${number}`,
    issue_url: `${apiUrl(where)}/issues/${number}`,
    statuses_url: `${apiUrl(where)}/statuses/${head.sha}`,
    html_url: `${pageUrl(where)}/pull/${number}`,
    state: pullRequest.state,
    title: pullRequest.title,
    body: pullRequest.body,
    user: user(author),
    draft: pullRequest.isDraft,
    labels: labels.map(label => labelBody(label, where)),
    assignees: pullRequest.assignees.map(user),
    requested_reviewers: pullRequest.requestedReviewers.users.map(user),
    requested_teams: pullRequest.requestedReviewers.teams.map(slug => ({
      slug,
      name: slug,
    })),
    created_at: timestamp(pullRequest.createdAt),
    updated_at: timestamp(pullRequest.updatedAt),
    closed_at: ended,
    merged_at: merged ? ended : null,
    merge_commit_sha: merged?.commit ?? null,
    head: side(head),
    base: side(base),
    ...(mergeability && {
      merged: Boolean(merged),
      merged_by: merged ? user(merged.by) : null,
      mergeable: mergeability.mergeable,
      mergeable_state: mergeability.state,
      comments: pullRequest.comments.length,
    }),
  };
}
