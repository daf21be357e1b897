import type { GitAccount } from '../../git/GitAccount';
import type { AppAccount } from '../apps/AppWish';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { GitHubWorld } from '../state/GitHubWorld';
import type { Permission } from '../state/Permission';

/** A call to the REST API, by somebody. */
export interface Call {
  world: GitHubWorld;
  /** `http://127.0.0.1:7008`, as the client reached it. */
  origin: string;
  account: GitAccount & Partial<AppAccount>;
  /** What stood in the places of the route, in order. */
  parts: string[];
  query: URLSearchParams;
  /** What the client wants to have. */
  accept: string;
  body: Record<string, unknown>;
}

/** The same, about a repository that he may see. */
export interface RepositoryCall extends Call {
  repository: GitHubRepository;
  book: PullRequestBook;
  permission: Permission;
}

/** What is answered: a body, and its status where that is not 200. */
export interface Answer {
  status?: number;
  /** Absent: there is none. */
  body?: object;
  /** The items of a list, of which a page is answered. */
  isList?: boolean;
  /** A list that stands in an object beside its `total_count`, under this name. */
  listName?: string;
  /** In place of a body: something that is no JSON. */
  bytes?: { type: string; content: Buffer };
  headers?: Record<string, string>;
}

/** One kind of call. */
export interface Route<C extends Call = RepositoryCall> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After `/repos/{owner}/{repo}`, or after `/api/v3`; `:` stands for a part without a slash, `*` for one that may have some. */
  path: string;
  /** What it takes in a repository; to push, where it changes something and nothing is said. */
  needs?: Permission;
  answer(call: C): Answer | Promise<Answer>;
}
