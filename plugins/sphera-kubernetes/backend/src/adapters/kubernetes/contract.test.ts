import { KubeConfig } from '@kubernetes/client-node';
import {
  type Account,
  type KubernetesStandIn,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import { shippedRole } from './__testUtils__/rights';
import { describeTheAdapter, Rule } from './__testUtils__/contract';
import { WATCHED } from './kinds';

const CLUSTER = 'here';
const ADMIN = 'admin-of-the-stand-in';
const PORTAL = 'portal-at-the-stand-in';

let standIn: KubernetesStandIn | undefined;
afterAll(() => standIn?.stop());

async function open() {
  const rules = shippedRole().flatMap(({ kind, metadata, rules: some = [] }) =>
    kind === 'Role'
      ? some.map((rule: Rule) => ({ ...rule, namespace: metadata.namespace }))
      : some,
  );
  const accounts: Account[] = [
    { token: ADMIN, user: 'admin' },
    { token: PORTAL, user: 'portal', rules },
  ];
  standIn = await startKubernetesStandIn({
    clusters: [CLUSTER],
    accounts,
    speed: 20,
    bookmarkInterval: 500,
    remembered: 1_000,
  });
  const url = standIn.urlOf(CLUSTER);
  const admin = new KubeConfig();
  admin.loadFromClusterAndUser(
    { name: CLUSTER, server: url, skipTLSVerify: true },
    { name: 'admin', token: ADMIN },
  );
  standIn.cluster(CLUSTER).addNamespace('sphera-system');
  return {
    url,
    admin,
    portal: { token: PORTAL, lockNamespace: 'sphera-system' },
    async tokenWith(some: Rule[]) {
      const token = `limited-${accounts.length}`;
      accounts.push({ token, user: token, rules: some });
      return token;
    },
    async forgotten() {
      standIn!.cluster(CLUSTER).compact();
      return { token: PORTAL, resource: WATCHED.deployments, version: '1' };
    },
    wordsOfLog: /\w/,
  };
}

describeTheAdapter('the stand-in', open);
