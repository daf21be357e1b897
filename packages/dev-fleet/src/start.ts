import { existsSync, readFileSync } from 'node:fs';
import { asNeighbour } from './aws/asNeighbour';
import { AwsStandIn } from './aws/AwsStandIn';
import { readRules } from './kubernetes/access/rules';
import { startDemoClusters } from './kubernetes/demo/startDemoClusters';
import { demoAwsAccounts } from './secretsManager/demo/accounts';
import { fillDemoSecrets } from './secretsManager/demo/fillDemoSecrets';

/** Tokens of the demo clusters. They open nothing but these, on this machine. */
const PORTAL_TOKEN = 'portal-account-Vt3nQ8yLw5Jd2HsXc9RbKf6M';
const ADMIN_TOKEN = 'cluster-admin-Zp7xGk4NuW2cTq9Ys6LmBv3D';

/**
 * Starts the embedded world of a laptop: the clusters of the demo company and its AWS accounts. Environment:
 * SPHERA_DEV_FLEET_PORT (7008 if absent), SPHERA_DEV_FLEET_ROLE (a manifest whose roles limit what the
 * portal may do; everything if absent), SPHERA_DEV_FLEET_STILL (nothing changes by itself).
 */
async function start(): Promise<void> {
  const {
    SPHERA_DEV_FLEET_PORT: port = '7008',
    SPHERA_DEV_FLEET_ROLE: role,
    SPHERA_DEV_FLEET_STILL: still,
  } = process.env;
  const fleet = await startDemoClusters({
    port: Number(port),
    isStill: Boolean(still),
    neighbour: asNeighbour(
      new AwsStandIn({ accounts: demoAwsAccounts, fill: fillDemoSecrets }),
    ),
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
  process.stdout.write(`The demo company answers at ${fleet.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void fleet.stop().then(() => process.exit()));
  }
}

start().catch(error => {
  process.stderr.write(`The demo company did not start: ${error.message}\n`);
  process.exitCode = 1;
});
