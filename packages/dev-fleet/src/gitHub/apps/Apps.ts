import { randomBytes, verify } from 'node:crypto';
import type { GitAccount } from '../../git/GitAccount';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';

/** An app that may come in with its key. */
export interface AppWish {
  id: number;
  slug: string;
  /** In PEM; the private one is with the app. */
  publicKey: string;
  /** Who installed it. */
  installations: Array<{ id: number; account: string }>;
}

/** Who comes with a token of an installation. */
export type AppAccount = GitAccount & { appId: number };

/** How long the token of an installation is good, in milliseconds. */
const HOUR = 3_600_000;

const accountOfApp = ({ id, slug }: AppWish, token: string): AppAccount => ({
  login: `${slug}[bot]`,
  token,
  isOwner: true,
  appId: id,
});

/** The apps of an embedded GitHub, and the tokens that they were given. */
export class Apps {
  readonly #tokens = new Map<string, { app: AppWish; until: number }>();

  constructor(
    private readonly apps: readonly AppWish[],
    private readonly options: {
      clock: Pick<Clock, 'now'>;
      nextId(): number;
    },
  ) {}

  /** Who comes with a token of an installation; `undefined`: nobody, or not any more. */
  accountOf(token: string): AppAccount | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.until <= this.options.clock.now()) return undefined;
    return accountOfApp(found.app, token);
  }

  /** @param login - `sphera[bot]` */
  accountOfLogin(login: string): AppAccount | undefined {
    const app = this.apps.find(({ slug }) => `${slug}[bot]` === login);
    return app && accountOfApp(app, '');
  }

  /**
   * The app that signed a token.
   *
   * @throws GitHubError 401 where the token is not good
   */
  appOf(jwt: string): AppWish {
    const [head, claims, signature] = jwt.split('.');
    const said = read(claims);
    const app = this.apps.find(({ id }) => String(id) === String(said.iss));
    if (!app) throw new GitHubError(404, 'Integration not found');
    const isSigned =
      read(head).alg === 'RS256' &&
      verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${claims}`),
        app.publicKey,
        Buffer.from(signature ?? '', 'base64url'),
      );
    if (!isSigned) {
      throw new GitHubError(401, 'A JSON web token could not be decoded');
    }
    const now = this.options.clock.now() / 1_000;
    const { exp, iat } = said;
    if (typeof exp !== 'number' || exp <= now) {
      throw new GitHubError(
        401,
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    }
    if (typeof iat !== 'number' || exp - iat > 660) {
      throw new GitHubError(
        401,
        "'Expiration time' claim ('exp') is too far in the future",
      );
    }
    return app;
  }

  /** Gives a token for an installation, good for an hour. */
  give(app: AppWish): { token: string; until: number } {
    const token = `ghs_${randomBytes(27).toString('hex').slice(0, 36)}`;
    const until = this.options.clock.now() + HOUR;
    this.#tokens.set(token, { app, until });
    return { token, until };
  }
}

function read(part = ''): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    throw new GitHubError(401, 'A JSON web token could not be decoded');
  }
}
