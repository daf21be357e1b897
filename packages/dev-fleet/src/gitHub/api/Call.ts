import type { GitAccount } from '../../git/GitAccount';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';

/** A call to the REST API of a repository, by somebody who may see it. */
export interface Call {
  book: PullRequestBook;
  /** `http://127.0.0.1:7008`, as the client reached it. */
  origin: string;
  account: GitAccount;
  /** What stood in the places of the route, in order. */
  parts: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** What is answered: a body, and its status where that is not 200. */
export interface Answer {
  status?: number;
  body: object;
  /** The items of a list, of which a page is answered. */
  isList?: boolean;
}

/** One kind of call. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** After `/repos/{owner}/{repo}`; `:` stands for a part without a slash. */
  path: string;
  answer(call: Call): Answer | Promise<Answer>;
}
