import { whyNoAnswer } from '@sphera/plugin-operations-node';
import { NeighbourError } from '../../errors';
import type { CodefreshSettings } from '../../settings/CreationSettings';

/** In milliseconds, for each attempt. */
const ANSWER_WITHIN = 10_000;

/** Codefresh's API over HTTP. */
export class CodefreshApi {
  constructor(
    private readonly settings: Pick<CodefreshSettings, 'apiUrl' | 'token'>,
  ) {}

  /**
   * Asks Codefresh. A read that got no answer is asked once more.
   *
   * @param doing - for sentences: `create pipelines`
   * @returns the answer; `undefined` where there is no such thing (404), `'exists'` where there is one already (409)
   * @throws NeighbourError
   */
  async ask(
    doing: string,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Record<string, any> | 'exists' | undefined> {
    const response = await this.#send(method, path, body).catch(error => {
      if (method !== 'GET') throw error;
      return this.#send(method, path);
    });
    if (response.ok) return response.json().catch(() => ({}));
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    if (response.status === 409) return 'exists';
    throw refusal(doing, response.status);
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const { apiUrl, token } = this.settings;
    try {
      return await fetch(`${apiUrl}${path}`, {
        method,
        headers: { authorization: token, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
    } catch (error) {
      throw new NeighbourError(
        `Codefresh ${whyNoAnswer(
          error,
        )}: check the network between the portal and it`,
        true,
      );
    }
  }
}

function refusal(doing: string, status: number): NeighbourError {
  if (status === 401) {
    return new NeighbourError(
      'Codefresh does not accept the token of the portal: renew sphera.creation.codefresh.token of the configuration',
      false,
    );
  }
  if (status === 403) {
    return new NeighbourError(
      `The portal may not ${doing} in Codefresh: allow it to its token`,
      false,
    );
  }
  if (status === 429) {
    return new NeighbourError(
      'Codefresh has had enough calls of the portal for now: try again in a minute',
      true,
    );
  }
  return status >= 500
    ? new NeighbourError(
        `Codefresh has trouble of its own (${status}): try again in a minute`,
        true,
      )
    : new NeighbourError(
        `Codefresh refuses to ${doing} (${status}): check sphera.creation.codefresh of the configuration`,
        false,
      );
}
