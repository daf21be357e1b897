import type { MergeMethod } from '../rules/PullRequestRules';

/** What may be set of a repository, named as the API names it. */
export interface Settings {
  description: string | null;
  homepage: string | null;
  private: boolean;
  visibility: 'private' | 'public' | 'internal';
  has_issues: boolean;
  has_projects: boolean;
  has_wiki: boolean;
  archived: boolean;
  allow_merge_commit: boolean;
  allow_squash_merge: boolean;
  allow_rebase_merge: boolean;
  allow_auto_merge: boolean;
  allow_update_branch: boolean;
  delete_branch_on_merge: boolean;
  squash_merge_commit_title: string;
  squash_merge_commit_message: string;
}

/** What a repository is where nothing was said. */
export const usualSettings: Settings = {
  description: null,
  homepage: null,
  private: true,
  visibility: 'private',
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  archived: false,
  allow_merge_commit: true,
  allow_squash_merge: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  delete_branch_on_merge: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
};

/** Settings with what somebody wishes of them; what is of another kind is left as it was. */
export function settingsWith(
  settings: Settings,
  wish: Record<string, unknown>,
): Settings {
  const known = Object.entries(settings).flatMap(([name, value]) => {
    const wished = wish[name];
    const isFit =
      value === null
        ? typeof wished === 'string'
        : typeof wished === typeof value || wished === null;
    return wished !== undefined && wished !== null && isFit
      ? [[name, wished]]
      : [];
  });
  const changed: Settings = { ...settings, ...Object.fromEntries(known) };
  if ('visibility' in wish) changed.private = changed.visibility !== 'public';
  else if (typeof wish.private === 'boolean') {
    changed.visibility = wish.private ? 'private' : 'public';
  }
  return changed;
}

/** In which ways pull requests may be merged. */
export const methodsOf = (settings: Settings): MergeMethod[] => [
  ...(settings.allow_merge_commit ? (['merge'] as const) : []),
  ...(settings.allow_squash_merge ? (['squash'] as const) : []),
  ...(settings.allow_rebase_merge ? (['rebase'] as const) : []),
];
