import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Portal } from './startPortal';

/**
 * Runs Backstage's command line as somebody who has logged in with it: their
 * token lies where `auth login` would have put it. Answers with what it printed.
 */
export async function backstageCli(
  portal: Portal,
  token: string,
  args: string[],
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'sphera-cli-'));
  try {
    await logIn(home, portal, token);
    return await run(args, {
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function logIn(home: string, portal: Portal, token: string) {
  const name = 'test';
  const instance = {
    name,
    baseUrl: portal.url,
    clientId: 'test',
    issuedAt: Date.now(),
    accessTokenExpiresAt: Date.now() + 3_600_000,
    selected: true,
    metadata: { pluginSources: ['sphera-locks'] },
  };
  const service = encodeURIComponent(`backstage-cli:auth-instance:${name}`);
  const secrets = join(home, 'backstage-cli/auth-secrets', service);
  await mkdir(secrets, { recursive: true });
  await writeFile(join(secrets, 'accessToken.secret'), token);
  await writeFile(
    join(home, 'backstage-cli/auth-instances.yaml'),
    // JSON is YAML.
    JSON.stringify({ instances: [instance] }),
  );
}

function run(args: string[], env: Record<string, string>): Promise<string> {
  const cli = resolvePackagePath('@backstage/cli', 'bin/backstage-cli');
  const child = spawn(process.execPath, [cli, ...args], {
    // Where it finds the modules that it is made of.
    cwd: resolvePackagePath('backend', '../..'),
    env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
  });
  let output = '';
  child.stdout.on('data', text => (output += text));
  child.stderr.on('data', text => (output += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', status =>
      status === 0 ? done(output) : fail(new Error(output)),
    );
  });
}
