import type { GitKeys, GitRemote } from './GitSettings';
import { environment, localConfig, remoteConfig } from './environment';
import { type GitResult, type GitRun, runGit } from './runGit';
import { runSimpleGit } from './runSimpleGit';
import { wordsOf } from './words';

/** What a run of git may be given besides its arguments. */
export interface GitOptions {
  input?: string | Buffer;
  /** More settings of git, as its configuration files would have them. */
  config?: Record<string, string>;
  /** More variables. */
  variables?: Record<string, string>;
}

/** Git did not do what it should have. `message` is what it said, without credentials. */
export class GitFailure extends Error {
  name = 'GitFailure' as const;
}

/** Runs git for one repository, and can end all of it. */
export class Git {
  readonly #closing = new AbortController();
  readonly #runs = new Set<Promise<unknown>>();

  /**
   * @param quietLimit - milliseconds after which a run that says nothing is ended
   * @param keys - for sentences
   */
  constructor(
    readonly settings: GitRemote,
    readonly quietLimit: number,
    readonly keys: GitKeys,
  ) {}

  /** Runs it without the network. @throws GitFailure */
  async local(
    folder: string,
    args: string[],
    options: GitOptions = {},
  ): Promise<Buffer> {
    const result = await this.attempt(folder, args, options);
    if (result.code === 0) return result.output;
    throw new GitFailure(this.wordsOf(result));
  }

  /** Runs it without the network, whatever it comes to. */
  async attempt(
    folder: string,
    args: string[],
    { input, config, variables }: GitOptions = {},
  ): Promise<GitResult> {
    const settings = { ...localConfig, ...config };
    return this.#run({
      folder,
      args,
      environment: environment(settings, variables),
      input,
      run: input === undefined ? runSimpleGit : runGit,
    });
  }

  /** Runs it with the address and the credentials of the remote, named `origin`, whatever it comes to. */
  async remote(
    folder: string,
    args: string[],
    { input, config, variables }: GitOptions = {},
  ): Promise<GitResult> {
    const quietSeconds = Math.max(1, Math.ceil(this.quietLimit / 1_000));
    const settings = {
      ...remoteConfig(this.settings, { quietSeconds }),
      ...config,
    };
    return this.#run({
      folder,
      args,
      environment: environment(settings, variables),
      input,
      run: runGit,
    });
  }

  /** What was said, for a sentence. */
  wordsOf({ words, ended, output }: GitResult): string {
    if (ended === 'quiet') return 'it said nothing for too long';
    if (ended === 'closed') return 'the portal is shutting down';
    return (
      wordsOf(words, this.settings) ||
      wordsOf(output.subarray(0, 2_000).toString(), this.settings) ||
      'it gave no reason'
    );
  }

  /** Ends what runs, and waits for that. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#runs);
  }

  async #run({
    run,
    ...asked
  }: Pick<GitRun, 'folder' | 'args' | 'environment' | 'input'> & {
    run: typeof runGit;
  }): Promise<GitResult> {
    const running = run({
      ...asked,
      quietLimit: this.quietLimit,
      signal: this.#closing.signal,
    });
    this.#runs.add(running);
    try {
      return await running;
    } finally {
      this.#runs.delete(running);
    }
  }
}
