import { duration } from '@sphera/plugin-operations-node';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { whyNoAnswer } from '@sphera/plugin-operations-node';

/** What Octokit throws, as far as it is looked at. */
interface Thrown {
  status?: number;
  response?: {
    headers?: Record<string, string | number | undefined>;
    data?: { message?: unknown; errors?: unknown };
  };
}

/** How long GitHub asks clients to wait where it names no time, in milliseconds. */
const A_WHILE = 60_000;

/** GitHub said no to something that it understood; its words decide what to do. */
export class GitHubRefusal extends NeighbourError {
  constructor(
    message: string,
    readonly status: number,
    readonly words: string,
  ) {
    super(message, false);
  }
}

/** GitHub has nothing of that name, or nothing that the portal may see. */
export class NoSuchThing extends NeighbourError {
  constructor(message: string) {
    super(message, false);
  }
}

/** Says in words why GitHub did not do as it was asked. Never repeats a header or an address. */
export function toNeighbourError(
  error: unknown,
  about: { host: string; repository: string; doing: string },
): NeighbourError {
  if (error instanceof NeighbourError) return error;
  const { host, repository, doing } = about;
  const { status = 0, response } = error as Thrown;
  if (!response) {
    return new NeighbourError(
      `GitHub at ${host} ${whyNoAnswer(
        error,
      )}: check the network between the portal and it`,
      true,
    );
  }
  const wait = waitOf(status, response);
  if (wait !== undefined) {
    return new NeighbourError(
      `GitHub at ${host} has had enough calls of the portal for now: it takes more in ${
        wait > 0 ? duration(wait) : 'a while'
      }`,
      true,
      wait > 0 ? wait : A_WHILE,
    );
  }
  // GitHub says of an app that it does not know: 404 Integration not found.
  const isNoApp = wordsOf(response.data) === 'Integration not found';
  switch (isNoApp ? 401 : status) {
    case 401:
      return new NeighbourError(
        `GitHub at ${host} does not accept the credentials of the portal: renew the token or app of this host in integrations.github of the configuration`,
        false,
      );
    case 403:
      return new NeighbourError(
        `The portal may not ${doing} in ${repository} at ${host}: allow it to its token or app`,
        false,
      );
    case 404:
    case 410:
      return new NoSuchThing(
        `GitHub at ${host} has no ${repository} that the portal may see, or not what was asked of it (${doing}): check the name, and what its token or app may see`,
      );
    default:
  }
  if (status >= 500) {
    return new NeighbourError(
      `GitHub at ${host} has trouble of its own (${status}): try again in a minute`,
      true,
    );
  }
  const words = wordsOf(response.data);
  return new GitHubRefusal(
    `GitHub at ${host} refuses to ${doing} in ${repository}: ${words}`,
    status,
    words,
  );
}

/** How long until it takes calls again, in milliseconds, 0 where it does not say; `undefined`: this is no rate limit. */
function waitOf(
  status: number,
  { headers = {}, data }: NonNullable<Thrown['response']>,
): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers['retry-after']);
  if (after > 0) return after * 1_000;
  const isLimit =
    status === 429 ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /rate limit/i.test(String(data?.message));
  if (!isLimit) return undefined;
  // By its own clock, which may not be ours.
  const until = Number(headers['x-ratelimit-reset']) * 1_000;
  const wait = until - Date.parse(String(headers.date));
  return wait > 0 ? wait : 0;
}

/** GitHub's own words, on one line, without a full stop. */
function wordsOf(data: { message?: unknown; errors?: unknown } = {}): string {
  const errors = Array.isArray(data.errors) ? data.errors : [];
  const details = errors.map(each => each?.message).filter(Boolean);
  return [data.message, ...details]
    .join(': ')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .slice(0, 300);
}
