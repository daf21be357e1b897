import { GitHubError, notFound } from '../GitHubError';
import { isAtLeast, type Permission } from '../state/Permission';
import type { Route } from './Call';

/** @throws GitHubError as GitHub says it to who may not */
export function checkMay(
  { needs, path }: Route,
  permission: Permission,
  method: string,
): void {
  const least = needs ?? (method === 'GET' ? 'pull' : 'push');
  if (isAtLeast(permission, least)) return;
  if (least !== 'admin') {
    throw new GitHubError(
      403,
      'Resource not accessible by personal access token',
    );
  }
  // Of the settings of a repository who may not set them learns nothing.
  if (path !== '') throw notFound();
  throw new GitHubError(403, 'Must have admin rights to Repository.');
}
