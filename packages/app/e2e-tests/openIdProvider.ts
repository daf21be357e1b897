import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one client that the provider knows. */
export const client = {
  id: 'sphera',
  secret: 'browser-test-Qm7xVt2Lr9KzNw4P',
};

/** A person as the identity provider knows them. */
export interface Person {
  name: string;
  email: string;
}

/** An OpenID provider that runs inside the test. */
export interface OpenIdProvider {
  /** Its address, and its name as an issuer. */
  url: string;
  stop(): Promise<void>;
}

/** Where Okta has what others have elsewhere. */
const oktaRoutes = {
  authorization: '/oauth2/v1/authorize',
  token: '/oauth2/v1/token',
  userinfo: '/oauth2/v1/userinfo',
  jwks: '/oauth2/v1/keys',
};

/**
 * Starts `oidc-provider` on a free loopback port. Its login page takes any
 * password.
 *
 * @param options.routes - 'okta' for Okta's paths and its tolerance
 * @param options.callbackUrl - where the portal takes people back
 * @param options.people - who can log in, by login
 */
export async function startOpenIdProvider(options: {
  routes: 'standard' | 'okta';
  callbackUrl: string;
  people: Record<string, Person>;
}): Promise<OpenIdProvider> {
  const { routes, callbackUrl, people } = options;
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  // Imported here, since it is an ES module and this file becomes a CommonJS one.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(url, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [callbackUrl],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['browser-test-cookies-8sVb3KqYpR'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email_verified: true, ...people[id] }),
    }),
    issueRefreshToken: () => true,
    ...(routes === 'okta' && { routes: oktaRoutes }),
  });
  if (routes === 'okta') {
    provider.use(tolerateLikeOkta);
  }
  server.on('request', provider.callback());

  return {
    url,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * What Okta tolerates and the Okta module of Backstage relies on: the header
 * `Authorization: Basic: …` (with the second colon), and refresh tokens without
 * a prompt for consent.
 */
async function tolerateLikeOkta(context: Context, next: () => Promise<void>) {
  const { headers } = context.req;
  headers.authorization = headers.authorization?.replace(/^Basic: /, 'Basic ');
  if (context.path === oktaRoutes.authorization) {
    context.query = { ...context.query, prompt: 'consent' };
  }
  await next();
}

/** The part of a Koa context that is used here. */
interface Context {
  path: string;
  query: Record<string, unknown>;
  req: { headers: { authorization?: string } };
}
