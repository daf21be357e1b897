import type { GithubCredentialsProvider } from '@backstage/integration';
import { Octokit } from 'octokit';
import { NeighbourError, whyNoAnswer } from '@sphera/plugin-operations-node';
import { toNeighbourError } from './toNeighbourError';

/** GitHub's calls, without what is asked of every repository. */
export type GitHubApi = Octokit;

/** How patient to be with GitHub; milliseconds. */
export interface Patience {
  /** For each attempt. */
  answerWithin: number;
  /** Until the one more attempt that follows on what may pass. */
  retryAfter: number;
}

/** How the portal comes to GitHub. */
export interface GitHubAccess {
  gitHub: { host: string; apiBaseUrl: string };
  credentials: GithubCredentialsProvider;
  patience?: Partial<Patience>;
}

const PATIENCE: Patience = { answerWithin: 10_000, retryAfter: 1_000 };

/** Answers that another attempt would not change: GitHub says no, or something has to be looked at first. */
const FINAL = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

const silent = () => {};

/** Something on GitHub that has an address and credentials of its own: a repository, or an organisation. */
export class GitHubClient {
  readonly #host: string;
  readonly #api: GitHubApi;

  /** @param name - its path: `kestrel/gitops`, or `kestrel` */
  constructor(
    readonly name: string,
    { gitHub, credentials, patience = {} }: GitHubAccess,
  ) {
    this.#host = gitHub.host;
    const { answerWithin, retryAfter } = { ...PATIENCE, ...patience };
    this.#api = new Octokit({
      baseUrl: gitHub.apiBaseUrl,
      userAgent: 'sphera',
      // It would hold writes back for a second each; what GitHub limits is told to whoever asked, who has a time of their own.
      throttle: { enabled: false },
      retry: {
        doNotRetry: FINAL,
        retries: 1,
        retryAfterBaseValue: retryAfter,
      },
      log: { debug: silent, info: silent, warn: silent, error: silent },
      request: {
        fetch: (url: string, init: RequestInit) =>
          fetch(url, {
            ...init,
            signal: AbortSignal.timeout(answerWithin),
          }).catch(error => {
            // Octokit keeps the message alone.
            throw new Error(whyNoAnswer(error));
          }),
      },
    });
    // For each call: the tokens of a GitHub app are good for an hour.
    this.#api.hook.before('request', async options => {
      const headers = await this.#headersOf(credentials);
      for (const [header, value] of Object.entries(headers)) {
        options.headers[header.toLowerCase()] = value;
      }
    });
    this.#api.hook.after('request', ({ status, data }) => {
      if (status === 204 || (typeof data === 'object' && data !== null)) return;
      throw new NeighbourError(
        `GitHub at ${
          this.#host
        } answers with something that is no JSON: look whether a proxy is in between`,
        true,
      );
    });
  }

  async #headersOf(credentials: GithubCredentialsProvider) {
    const url = `https://${this.#host}/${this.name}`;
    const given = await credentials.getCredentials({ url }).catch(error => {
      // An app gets its tokens from GitHub, which may fail as any call does.
      if (typeof (error as { status?: unknown }).status === 'number') {
        throw error;
      }
      return undefined;
    });
    if (given?.headers) return given.headers;
    // Without them GitHub would say that there is no such thing.
    throw new NeighbourError(
      `The portal has no credentials for ${this.name} at ${
        this.#host
      }: look at the app of this host in integrations.github of the configuration, and whether it is installed there`,
      false,
    );
  }

  /**
   * Asks GitHub.
   *
   * @param doing - for sentences: `merge pull requests`
   * @throws NeighbourError
   */
  async ask<T>(
    doing: string,
    call: (api: GitHubApi['rest'], all: GitHubApi['paginate']) => Promise<T>,
  ): Promise<T> {
    try {
      return await call(this.#api.rest, this.#api.paginate);
    } catch (error) {
      throw toNeighbourError(error, {
        host: this.#host,
        repository: this.name,
        doing,
      });
    }
  }
}
