import type { GitHubRepository } from '../state/GitHubRepository';

/** What addresses in an answer begin with, and which repository they are about. */
export interface Where {
  /** `http://127.0.0.1:7008` */
  origin: string;
  repository: GitHubRepository;
}

/** Address of a repository in the API. */
export const apiUrl = ({ origin, repository }: Where): string =>
  `${origin}/api/v3/repos/${repository.name}`;

/** Address of its page. */
export const pageUrl = ({ origin, repository }: Where): string =>
  `${origin}/${repository.name}`;
