import { GitHubError, notFound } from '../GitHubError';
import type { AppAccount } from './AppWish';

const READS = ['GET', 'HEAD'];

/** What a call takes, by the beginning of its path, the first that fits; https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps */
const OF_REPOSITORIES: Array<[path: RegExp, permission: string]> = [
  [/^\/statuses\/|^\/commits\/.+\/status(es)?$/, 'statuses'],
  [/^\/check-runs|^\/check-suites|\/check-(runs|suites)$/, 'checks'],
  [/^\/rules\//, 'metadata'],
  [/^\/rulesets|^\/branches\/.+\/protection/, 'administration'],
  [/^\/pulls\/\d+\/merge$/, 'contents'],
  [/^\/(pulls|issues|labels)/, 'pull_requests'],
  [/^\/hooks/, 'repository_hooks'],
  [/^\/(collaborators|topics)?$/, 'administration'],
  [/^\//, 'contents'],
];
const OF_ORGANIZATIONS: Array<[path: RegExp, permission: string]> = [
  [/^\/rulesets/, 'organization_administration'],
  [/^\/hooks/, 'organization_hooks'],
  [/^\/(teams|members)/, 'members'],
  [/^\//, 'administration'],
];

/**
 * Whether an app was given what a call takes, and the repository that it is about. Settings of a repository that
 * everybody may see need no more than to see it.
 *
 * @throws GitHubError 403, 404
 */
export function checkApp(
  {
    permissions,
    installation,
  }: Pick<AppAccount, 'permissions' | 'installation'>,
  { method, pathname }: { method: string; pathname: string },
): void {
  const [, of, repo, rest] =
    /^\/api\/v3\/(orgs|repos\/[^/]+)\/([^/]+)(.*)$/.exec(pathname) ?? [];
  if (of === undefined) return;
  const isOrganization = of === 'orgs';
  if (!isOrganization && installation.repositories?.includes(repo) === false) {
    throw notFound();
  }
  const table = isOrganization ? OF_ORGANIZATIONS : OF_REPOSITORIES;
  const permission = table.find(([path]) => path.test(rest))?.[1];
  if (!permission) return;
  const isRead = READS.includes(method);
  const isSeenByAll =
    isRead && permission === 'administration' && !/protection/.test(rest);
  const given = permissions[isSeenByAll ? 'metadata' : permission];
  if (given === 'write' || (isRead && given === 'read')) return;
  throw new GitHubError(403, 'Resource not accessible by integration');
}
