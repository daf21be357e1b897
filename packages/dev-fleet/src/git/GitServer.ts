import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { accountOf, type GitAccount } from './GitAccount';
import { GitFaults } from './GitFaults';
import { gitRequestOf, type GitRequest } from './GitRequest';
import type { HostedRepositories } from './HostedRepositories';
import { httpBackend } from './httpBackend';
import { branchesOf, movedBranches } from './movedBranches';
import { HOOK_VARIABLES } from './updateHook';

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
    const account = accountOf(request.headers.authorization, this.accounts);
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
    if (fault === 'cut-before') {
      await finished(request.resume());
      return cutAnswer(request, response);
    }
    return this.#ask(request, response, asked, {
      user: account.login,
      isCut: fault === 'cut-after',
      refusal: fault === 'hook' ? HOOK_SENTENCE : '',
    });
  }

  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    asked: GitRequest,
    { user, isCut, refusal }: { user: string; isCut: boolean; refusal: string },
  ): Promise<void> {
    const { name, folder, protectedBranches } = asked.repository;
    const before = asked.bringsPack ? await branchesOf(folder) : new Map();
    // What git answers is not let out before the connection breaks.
    if (isCut) response.write = () => true;
    await httpBackend(request, response, asked, {
      root: this.repositories.root,
      user,
      env: {
        [HOOK_VARIABLES.protectedRefs]: ` ${protectedBranches
          .map(branch => `refs/heads/${branch}`)
          .join(' ')} `,
        [HOOK_VARIABLES.refusal]: refusal,
      },
      beforeEnd: async () => {
        if (!asked.bringsPack) return;
        for (const branch of await movedBranches(folder, before)) {
          this.repositories.pushed(name, branch);
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
