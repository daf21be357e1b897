import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../kubernetes/http/body';
import { sendJson } from '../kubernetes/http/answers';
import { applicationBody } from './applicationBody';
import { ArgoCdError } from './ArgoCdError';
import type { Health } from './healthOf';
import type { SyncedApplication } from './SyncedApplication';

/** Argo CD's REST API, as far as the portal uses it, below `/argocd`. */
export class ArgoCdApi {
  constructor(
    private readonly options: {
      accounts: ReadonlyArray<{ login: string; token: string }>;
      find(name: string): SyncedApplication | undefined;
      all(): SyncedApplication[];
      healthOf(application: SyncedApplication): Health;
    },
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
    const asked = new URL(request.url ?? '/', origin);
    const text = await readText(request);
    try {
      sendJson(response, 200, await this.#answer(request, asked, text));
    } catch (error) {
      if (!(error instanceof ArgoCdError)) throw error;
      sendJson(response, error.status, error.toBody());
    }
  }

  async #answer(
    { method, headers }: IncomingMessage,
    { pathname, searchParams, origin }: URL,
    text: string,
  ): Promise<object> {
    const login = this.#loginOf(headers.authorization);
    const [, name, action] =
      /^\/argocd\/api\/v1\/applications(?:\/([^/]+)(\/sync)?)?$/.exec(
        pathname,
      ) ?? [];
    const body = (each: SyncedApplication) =>
      applicationBody(each, { health: this.options.healthOf(each), origin });
    if (method === 'GET' && pathname === '/argocd/api/v1/applications') {
      return { metadata: {}, items: this.options.all().map(body) };
    }
    if (!name || method !== (action ? 'POST' : 'GET')) {
      throw new ArgoCdError('unimplemented', 'Not Found');
    }
    const application = this.options.find(decodeURIComponent(name));
    // Whoever may see nothing of it does not learn that it is not there.
    if (!application) throw new ArgoCdError('denied', 'permission denied');
    if (action) await sync(application, text, login);
    else if (searchParams.get('refresh')) await application.refresh();
    return body(application);
  }

  #loginOf(authorization: string | undefined): string {
    const [, token] = /^bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    if (!token) {
      throw new ArgoCdError('unauthenticated', 'no session information');
    }
    const account = this.options.accounts.find(each => each.token === token);
    if (!account) {
      throw new ArgoCdError(
        'unauthenticated',
        'invalid session: token signature is invalid: signature is invalid',
      );
    }
    return account.login;
  }
}

async function sync(
  application: SyncedApplication,
  text: string,
  login: string,
): Promise<void> {
  const { revision } = parse(text);
  if (application.isAutomatic && revision && revision !== 'main') {
    throw new ArgoCdError(
      'precondition',
      `Cannot sync to ${revision}: auto-sync currently set to main`,
    );
  }
  await application.sync(login);
}

function parse(text: string): { revision?: string } {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new ArgoCdError('invalid', 'invalid character in the body');
  }
}
