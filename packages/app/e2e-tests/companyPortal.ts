import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import {
  client,
  startOpenIdProvider,
  type OpenIdProvider,
  type Person,
} from './openIdProvider';

/** A portal into which only the company's identity provider lets people. */
export interface CompanyPortal {
  url: string;
  stop(): Promise<void>;
}

/** What app-config.oidc.yaml and app-config.okta.yaml want to know. */
const environments = {
  oidc: ({ url }: OpenIdProvider) => ({
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_METADATA_URL: `${url}/.well-known/openid-configuration`,
    SPHERA_SESSION_SECRET: 'browser-test-session-5tHn8WzRc1',
  }),
  okta: ({ url }: OpenIdProvider) => ({
    OKTA_CLIENT_ID: client.id,
    OKTA_CLIENT_SECRET: client.secret,
    OKTA_AUDIENCE: url,
  }),
};

/**
 * Starts a portal with the configuration that we ship for a kind of provider,
 * and such a provider.
 *
 * @param kind - id of the authentication provider
 * @param people - who can log in at the provider, by login
 */
export async function startCompanyPortal(
  kind: 'oidc' | 'okta',
  people: Record<string, Person>,
): Promise<CompanyPortal> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = await startOpenIdProvider({
    routes: kind === 'okta' ? 'okta' : 'standard',
    callbackUrl: `${url}/api/auth/${kind}/handler/frame`,
    people,
  });
  const portal = spawn(
    process.execPath,
    [
      'scripts/test-portal.mjs',
      ...['--port', String(port)],
      ...['--config', 'packages/app/e2e-tests/company.yaml'],
      ...['--config', `app-config.${kind}.yaml`],
    ],
    {
      cwd: resolve(__dirname, '../../..'),
      env: { ...process.env, ...environments[kind](provider) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(portal, 'exit');
  await Promise.race([
    untilPrinted(portal.stdout, `Ready at ${url}`),
    ended.then(([status]) => {
      throw new Error(`The portal ended with status ${status}`);
    }),
  ]);
  return {
    url,
    stop: async () => {
      portal.kill('SIGTERM');
      await ended;
      await provider.stop();
    },
  };
}

async function untilPrinted(output: NodeJS.ReadableStream, wanted: string) {
  for await (const line of createInterface({ input: output })) {
    if (line === wanted) {
      output.resume();
      return;
    }
  }
}

/** One that no outgoing connection takes before the portal listens (Linux gives them those from 32768), and that playwright.config.ts gives nobody. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 30_000 + Math.floor(Math.random() * 2_700);
    const server = createServer();
    const isFree = await new Promise<boolean>(done => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (isFree) return port;
  }
}
