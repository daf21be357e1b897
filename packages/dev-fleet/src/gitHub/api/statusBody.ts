import { timestamp } from '../../kubernetes/clock';
import type { CommitStatus } from '../pullRequests/CommitStatuses';
import { userBody } from './userBody';
import { apiUrl, type Where } from './Where';

export function statusBody(
  status: CommitStatus,
  where: Where & { sha: string },
): object {
  const at = timestamp(status.at);
  return {
    id: status.id,
    state: status.state,
    context: status.context,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    url: `${apiUrl(where)}/statuses/${where.sha}`,
    avatar_url: null,
    creator: userBody(status.creator, where.origin),
    created_at: at,
    updated_at: at,
  };
}
