import { type GitHubAccess, GitHubClient } from './GitHubClient';

/** One organisation on GitHub, asked as the portal. */
export class GitHubOrganization extends GitHubClient {
  readonly org: string;

  constructor({
    organization,
    ...access
  }: GitHubAccess & { organization: string }) {
    super(organization, access);
    this.org = organization;
  }
}
