import type { ArgoCdSettings } from '../../settings/RollbackSettings';
import type { ArgoApplication } from './ArgoApplication';
import { argoCdError, noAnswer, noJson } from './argoCdError';

/** One Argo CD server, asked as the portal. */
export class ArgoCdServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly #token: string;
  readonly #answerWithin: number;

  /** @param answerWithin - in milliseconds */
  constructor(settings: ArgoCdSettings, { answerWithin = 10_000 } = {}) {
    this.url = settings.url.replace(/\/+$/, '');
    this.#token = settings.token;
    this.#answerWithin = answerWithin;
  }

  /**
   * Asks about an application.
   *
   * @param doing - for sentences: `sync`, as Argo CD names the right
   * @throws NeighbourError
   */
  async ask(
    doing: 'get' | 'sync',
    name: string,
    { path = '', body }: { path?: string; body?: object } = {},
  ): Promise<ArgoApplication> {
    const about = { host: new URL(this.url).host, name, doing };
    const url = `${this.url}/api/v1/applications/${encodeURIComponent(name)}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        // To its page for signing in, which would look like an answer.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#answerWithin),
      });
      text = await response.text();
    } catch (error) {
      throw noAnswer(error, about);
    }
    const answer = parse(text);
    if (!response.ok) throw argoCdError(response.status, answer, about);
    if (!isApplication(answer)) throw noJson(about);
    return answer;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isApplication(answer: unknown): answer is ArgoApplication {
  const { metadata, spec } = (answer ?? {}) as Partial<ArgoApplication>;
  return Boolean(metadata?.name && spec);
}
