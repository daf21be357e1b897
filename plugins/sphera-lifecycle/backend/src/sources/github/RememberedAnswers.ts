import type { GitHubApi, GitHubRepository } from '@sphera/plugin-git-node';
import type { GitHubAccess } from './GitHubAccess';

/** As many answers as one look at a repository can need, and some of the look before. */
const KEPT = 60;

/** What Octokit answers, as far as it is used. */
export interface Answer<D> {
  data: D;
  headers: AnswerHeaders;
}

/** Headers that are looked at. */
export type AnswerHeaders = Record<string, string | number | undefined>;

/**
 * What GitHub answered about one repository. It is asked whether something is new, which counts for nothing among the
 * portal's calls of the hour where nothing is:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export class RememberedAnswers {
  readonly #known = new Map<string, { etag: string; value: unknown }>();

  constructor(private readonly access: GitHubAccess) {}

  /**
   * Asks, and digests what is new.
   *
   * @param question.doing - for sentences: `read builds`
   * @param question.call - passes the headers on
   * @throws NeighbourError
   */
  async ask<D, T>(
    repository: GitHubRepository,
    question: {
      doing: string;
      /** The same for the same question. */
      key: string;
      call: (
        rest: GitHubApi['rest'],
        headers: Record<string, string>,
      ) => Promise<Answer<D>>;
      digest: (data: D) => T;
    },
  ): Promise<T> {
    const { doing, key, call, digest } = question;
    const known = this.#known.get(key);
    const headers: Record<string, string> = known
      ? { 'if-none-match': known.etag }
      : {};
    const answer = await this.access.through(repository, doing, rest =>
      call(rest, headers).catch(error => {
        if (known && error.status === 304) return undefined;
        throw error;
      }),
    );
    if (!answer) {
      this.#keep(key, known!);
      return known!.value as T;
    }
    const value = digest(answer.data);
    const { etag } = answer.headers;
    if (typeof etag === 'string') this.#keep(key, { etag, value });
    return value;
  }

  #keep(key: string, answer: { etag: string; value: unknown }): void {
    // What was used last is last.
    this.#known.delete(key);
    this.#known.set(key, answer);
    if (this.#known.size <= KEPT) return;
    const [oldest] = this.#known.keys();
    this.#known.delete(oldest);
  }
}
