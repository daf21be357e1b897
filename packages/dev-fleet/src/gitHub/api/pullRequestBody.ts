import type { Mergeability } from '../pullRequests/mergeability';
import type { PullRequest } from '../pullRequests/PullRequest';
import { timestamp } from '../../kubernetes/clock';

/** A pull request as the API has it; in lists without `mergeability`. */
export function pullRequestBody(
  pullRequest: PullRequest,
  where: { origin: string; name: string },
  mergeability?: Mergeability,
): object {
  const { origin, name } = where;
  const { number, head, base, merged, closedAt, author } = pullRequest;
  const [owner] = name.split('/');
  const side = ({ branch, sha }: { branch: string; sha: string }) => ({
    label: `${owner}:${branch}`,
    ref: branch,
    sha,
    repo: { full_name: name },
  });
  const ended = closedAt === undefined ? null : timestamp(closedAt);
  return {
    id: 1_000_000 + number,
    number,
    url: `${origin}/api/v3/repos/${name}/pulls/${number}`,
    html_url: `${origin}/${name}/pull/${number}`,
    state: pullRequest.state,
    title: pullRequest.title,
    body: pullRequest.body,
    user: { login: author },
    draft: false,
    created_at: timestamp(pullRequest.createdAt),
    closed_at: ended,
    merged_at: merged ? ended : null,
    merge_commit_sha: merged?.commit ?? null,
    head: side(head),
    base: side(base),
    ...(mergeability && {
      merged: Boolean(merged),
      merged_by: merged ? { login: merged.by } : null,
      mergeable: mergeability.mergeable,
      mergeable_state: mergeability.state,
      comments: pullRequest.comments.length,
    }),
  };
}
