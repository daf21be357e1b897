import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { accountOf, type GitAccount } from './GitAccount';
import { GitFaults } from './GitFaults';
import { gitRequestOf, type GitRequest } from './GitRequest';
import type { HostedRepositories } from './HostedRepositories';
import { httpBackend } from './httpBackend';
import { branchesOf, movedBranches } from './movedBranches';
import { readMoves } from './readMoves';
import { settleDefaultBranch } from './settleDefaultBranch';
import { hookVariables } from './updateHook';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** What a hook says where the fault is `hook`. */
const HOOK_SENTENCE =
  'Deployments are closed while the audit of this repository goes on. Ask #platform.';

/** Repositories over HTTP, as GitHub serves private ones. */
export class GitServer {
  readonly faults = new GitFaults();

  constructor(
    readonly repositories: HostedRepositories,
    private readonly accounts: readonly GitAccount[],
  ) {}

  /** `undefined`: the request is not for git. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const asked = gitRequestOf(request, this.repositories);
    return asked && this.#answer(request, response, asked);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    asked: GitRequest,
  ): Promise<void> {
    const { access } = this.repositories;
    const account = accountOf(request.headers.authorization, token =>
      this.#accountFor(token),
    );
    if (!account) {
      return this.faults.current === 'down'
        ? cut(request)
        : refuse(response, 401, 'Repository not found.');
    }
    // The request that a client begins with is not yet the push.
    const fault = this.faults.meet(asked.bringsPack ? 'push' : 'read');
    if (fault === 'down') return cut(request);
    if (fault === 'slow') await wait(SLOW, undefined, { ref: false });
    if (asked.isPush && (fault === 'denied' || account.mayPush === false)) {
      return refuse(
        response,
        403,
        `Permission to ${asked.repository.name}.git denied to ${account.login}.`,
      );
    }
    const closed = asked.isPush && access.isClosed(asked.repository, account);
    if (closed) return refuse(response, 403, closed);
    if (fault === 'cut-before') {
      await finished(request.resume());
      return cutAnswer(request, response);
    }
    return this.#ask(request, response, asked, {
      account,
      isCut: fault === 'cut-after',
      refusal: fault === 'hook' ? HOOK_SENTENCE : '',
    });
  }

  #accountFor(token: string): GitAccount | undefined {
    return (
      this.accounts.find(each => each.token === token) ??
      this.repositories.access.accountFor(token)
    );
  }

  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    asked: GitRequest,
    about: { account: GitAccount; isCut: boolean; refusal: string },
  ): Promise<void> {
    const { account, isCut, refusal } = about;
    const { repository, bringsPack } = asked;
    const { name, folder } = repository;
    const before = bringsPack ? await branchesOf(folder) : new Map();
    const moves = bringsPack ? await readMoves(request) : [];
    const { access, root } = this.repositories;
    const refusals = await access.refusals(repository, account, moves);
    // What git answers is not let out before the connection breaks.
    if (isCut) response.write = () => true;
    await httpBackend(request, response, asked, {
      root,
      user: account.login,
      env: hookVariables(refusal, refusals),
      beforeEnd: async () => {
        if (!bringsPack) return;
        await settleDefaultBranch(repository);
        const by = account.login;
        for (const { branch, ...move } of await movedBranches(folder, before)) {
          this.repositories.pushed(name, branch, { ...move, by });
        }
        if (isCut) cutAnswer(request, response);
      },
    });
  }
}

function cut(request: IncomingMessage): void {
  request.socket.destroy();
}

/** Breaks in the middle of the answer: a connection that had none yet would be asked again by curl, unseen. */
function cutAnswer(request: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200);
  response.flushHeaders();
  request.socket.destroySoon();
}

function refuse(
  response: ServerResponse,
  status: number,
  sentence: string,
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 401 && { 'www-authenticate': 'Basic realm="GitHub"' }),
  });
  response.end(`${sentence}\n`);
}
