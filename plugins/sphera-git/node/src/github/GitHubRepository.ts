import type { GitHubPlace } from '../remote/gitHubOf';
import { type GitHubAccess, GitHubClient } from './GitHubClient';

/** One repository on GitHub, asked as the portal. */
export class GitHubRepository extends GitHubClient {
  readonly owner: string;
  readonly repo: string;

  constructor(access: GitHubAccess & { gitHub: GitHubPlace }) {
    const { owner, repo } = access.gitHub;
    super(`${owner}/${repo}`, access);
    this.owner = owner;
    this.repo = repo;
  }
}
