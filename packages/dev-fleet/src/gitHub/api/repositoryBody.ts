import { timestamp } from '../../kubernetes/clock';
import type { GitHubRepository } from '../state/GitHubRepository';
import {
  isAtLeast,
  permissionFlags,
  type Permission,
} from '../state/Permission';
import { idOf } from './userBody';
import { apiUrl, pageUrl } from './Where';

/** A repository as the API has it. */
export function repositoryBody(
  repository: GitHubRepository,
  {
    origin,
    permission,
    isOrganization = true,
  }: {
    origin: string;
    /** What who asks may do; absent: that is not told. */
    permission?: Permission;
    isOrganization?: boolean;
  },
): object {
  const { settings, hosted, name, owner, id } = repository;
  const api = apiUrl({ origin, repository });
  const page = pageUrl({ origin, repository });
  const at = timestamp(repository.createdAt);
  const {
    allow_merge_commit,
    allow_squash_merge,
    allow_rebase_merge,
    allow_auto_merge,
    allow_update_branch,
    delete_branch_on_merge,
    squash_merge_commit_title,
    squash_merge_commit_message,
    ...others
  } = settings;
  return {
    id,
    node_id: `R_${id}`,
    name: name.split('/')[1],
    full_name: name,
    owner: {
      login: owner,
      id: idOf(owner),
      type: isOrganization ? 'Organization' : 'User',
      url: `${origin}/api/v3/users/${owner}`,
    },
    ...others,
    fork: false,
    disabled: false,
    default_branch: hosted.branch,
    topics: repository.topics,
    language: null,
    size: 0,
    open_issues_count: 0,
    created_at: at,
    updated_at: at,
    pushed_at: at,
    url: api,
    html_url: page,
    clone_url: `${page}.git`,
    git_url: `${page.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(origin).hostname}:${name}.git`,
    archive_url: `${api}/{archive_format}{/ref}`,
    trees_url: `${api}/git/trees{/sha}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    contents_url: `${api}/contents/{+path}`,
    commits_url: `${api}/commits{/sha}`,
    statuses_url: `${api}/statuses/{sha}`,
    pulls_url: `${api}/pulls{/number}`,
    hooks_url: `${api}/hooks`,
    teams_url: `${api}/teams`,
    labels_url: `${api}/labels{/name}`,
    ...(permission && { permissions: permissionFlags(permission) }),
    // Told to who may push.
    ...(permission &&
      isAtLeast(permission, 'push') && {
        allow_merge_commit,
        allow_squash_merge,
        allow_rebase_merge,
        allow_auto_merge,
        allow_update_branch,
        delete_branch_on_merge,
        squash_merge_commit_title,
        squash_merge_commit_message,
      }),
  };
}
