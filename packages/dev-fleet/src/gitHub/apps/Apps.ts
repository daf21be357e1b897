import { randomBytes, verify } from 'node:crypto';
import type { GitAccount } from '../../git/GitAccount';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';
import type { Hook } from '../hooks/Hook';
import { permissionsOf } from './AppPermissions';
import type { AppAccount, AppWish, Installation } from './AppWish';
import { hookOfApp } from './hookOfApp';

/** How long the token of an installation is good, in milliseconds. */
const HOUR = 3_600_000;

const loginOf = ({ slug }: AppWish) => `${slug}[bot]`;

/** The apps of an embedded GitHub, and the tokens that they were given. */
export class Apps {
  readonly #tokens = new Map<string, AppAccount & { until: number }>();
  readonly #hooks: Array<{ app: AppWish; hook: Hook }>;

  constructor(
    private readonly apps: readonly AppWish[],
    private readonly options: {
      clock: Pick<Clock, 'now'>;
      nextId(): number;
    },
  ) {
    const now = options.clock.now();
    this.#hooks = apps.flatMap(app => {
      const { webhook } = app;
      if (!webhook) return [];
      return [{ app, hook: hookOfApp(options.nextId(), webhook, now) }];
    });
  }

  /** Webhooks of apps that hear of a repository, each with the installation by which it does. */
  hooksAt(owner: string, repo: string) {
    return this.#hooks.flatMap(({ app, hook }) =>
      app.installations
        .filter(each => each.account.toLowerCase() === owner.toLowerCase())
        .filter(each => each.repositories?.includes(repo) ?? true)
        .map(({ id }) => ({ hook, installation: { id } })),
    );
  }

  /** Who comes with a token of an installation; `undefined`: nobody, or not any more. */
  accountOf(token: string): AppAccount | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.until <= this.options.clock.now()) return undefined;
    return found;
  }

  /** @param login - `sphera[bot]` */
  accountOfLogin(login: string): (GitAccount & { appId: number }) | undefined {
    const app = this.apps.find(each => loginOf(each) === login);
    return app && { login, token: '', isOwner: true, appId: app.id };
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
  give(
    app: AppWish,
    installation: Installation,
  ): { token: string; until: number } {
    const token = `ghs_${randomBytes(27).toString('hex').slice(0, 36)}`;
    const until = this.options.clock.now() + HOUR;
    this.#tokens.set(token, {
      login: loginOf(app),
      token,
      isOwner: true,
      appId: app.id,
      permissions: permissionsOf(app),
      installation,
      until,
    });
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
