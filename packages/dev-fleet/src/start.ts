import { existsSync, readFileSync } from 'node:fs';
import { startDemoCompany } from './company/startDemoCompany';
import { readRules } from './kubernetes/access/rules';

/** Tokens of the demo clusters. They open nothing but these, on this machine. */
const PORTAL_TOKEN = 'portal-account-Vt3nQ8yLw5Jd2HsXc9RbKf6M';
const ADMIN_TOKEN = 'cluster-admin-Zp7xGk4NuW2cTq9Ys6LmBv3D';

/**
 * Starts the embedded world of a laptop: the demo company with all that it has. Environment:
 * SPHERA_DEV_FLEET_PORT (7008 if absent), SPHERA_DEV_FLEET_ROLE (a manifest whose roles limit what the
 * portal may do; everything if absent), SPHERA_DEV_FLEET_STILL (nothing changes by itself).
 */
async function start(): Promise<void> {
  const {
    SPHERA_DEV_FLEET_PORT: port = '7008',
    SPHERA_DEV_FLEET_ROLE: role,
    SPHERA_DEV_FLEET_STILL: still,
  } = process.env;
  const company = await startDemoCompany({
    port: Number(port),
    isStill: Boolean(still),
    gitOpsToken: ADMIN_TOKEN,
    accounts: [
      {
        token: PORTAL_TOKEN,
        user: 'system:serviceaccount:sphera-system:sphera-portal',
        isPortal: true,
        ...(role &&
          existsSync(role) && { rules: readRules(readFileSync(role, 'utf8')) }),
      },
      { token: ADMIN_TOKEN, user: 'kubernetes-admin' },
    ],
  });
  process.stdout.write(`The demo company answers at ${company.url}\n`);
  if (!company.hasRepositories) {
    process.stdout.write(
      'It has no repositories: there is no git on this machine\n',
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void company.stop().then(() => process.exit()));
  }
}

start().catch(error => {
  process.stderr.write(`The demo company did not start: ${error.message}\n`);
  process.exitCode = 1;
});
