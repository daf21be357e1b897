import auditPlugin from '@sphera/plugin-audit-backend';
import { auditOperations } from '@sphera/plugin-audit-common';
import kubernetesPlugin from '@sphera/plugin-kubernetes-backend';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import { locksOperations } from '@sphera/plugin-locks-common';
import type { Operation } from '@sphera/plugin-operations-common';
import servicesPlugin from '@sphera/plugin-services-backend';
import { servicesOperations } from '@sphera/plugin-services-common';
import { people } from '../__testUtils__/company';
import { ClusterOfTest, startCluster } from '../__testUtils__/startCluster';
import { robot } from '../__testUtils__/robot';
import {
  PIPELINE_TOKEN,
  Portal,
  startPortal,
} from '../__testUtils__/startPortal';
import { dependencies } from '../../package.json';
import { operations } from './knownPermissions';

jest.setTimeout(60_000);

const payments = { service: 'payments', environment: 'production' };
const reason = 'a test of who may do what';
const window = {
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason,
};

/** What is asked of each operation; where it needs the id of something, that of a new one. */
const questions: Record<string, (made: Made) => any> = {
  'sphera-audit:list-events': () => payments,
  'sphera-audit:export-events': () => payments,
  'sphera-audit:list-choices': () => ({}),
  'sphera-audit:verify': () => ({}),
  'sphera-kubernetes:list-clusters': () => ({}),
  'sphera-kubernetes:list-deployments': () => payments,
  'sphera-kubernetes:list-service-deployments': () => ({}),
  'sphera-kubernetes:get-deployment': made => made.deployment(),
  'sphera-kubernetes:list-pods': () => payments,
  'sphera-kubernetes:list-events': () => payments,
  'sphera-kubernetes:list-autoscalers': () => payments,
  'sphera-kubernetes:list-drift': () => payments,
  'sphera-kubernetes:stream-logs': made => made.pod(),
  'sphera-kubernetes:restart-deployment': made => ({
    ...made.deployment(),
    reason,
  }),
  'sphera-kubernetes:set-autoscaler-bounds': made => ({
    ...made.deployment(),
    minReplicas: 2,
    maxReplicas: 5,
    reason,
  }),
  'sphera-locks:list-locks': () => payments,
  'sphera-locks:lock': () => ({ ...payments, reason }),
  'sphera-locks:unlock': async made => ({ id: await made.lock(), reason }),
  'sphera-locks:freeze-merges': () => ({ service: 'payments', reason }),
  'sphera-locks:unfreeze-merges': () => ({ service: 'payments', reason }),
  'sphera-locks:gate': () => payments,
  'sphera-locks:list-windows': () => payments,
  'sphera-locks:preview-window': () => ({
    fromDay: 'friday',
    fromTime: '16:00',
    toDay: 'sunday',
    toTime: '08:00',
    timeZone: 'Europe/Berlin',
  }),
  'sphera-locks:create-window': () => ({ ...payments, ...window }),
  'sphera-locks:delete-window': async made => ({
    id: await made.window(),
    reason,
  }),
  'sphera-services:list-services': () => ({}),
};
interface Made extends Pick<ClusterOfTest, 'deployment' | 'pod'> {
  lock(): Promise<string>;
  window(): Promise<string>;
}

// Who asks about payments in production: somebody who is not signed in, a member of the tracking
// team, one of the payments team that owns it, one of the platform team, the token of a pipeline
// that was granted nothing, a plugin of Backstage, and a plugin of sphera.
const ASKERS = [
  'anonymous',
  'otherTeam',
  'owner',
  'platform',
  'pipeline',
  'stockPlugin',
  'spheraPlugin',
] as const;
const EXPECTED: Record<string, number[]> = {
  //                              anonymous  other  owner  platform  pipeline  stock  sphera
  'sphera-audit:list-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:export-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:list-choices': [401, 200, 200, 200, 403, 403, 200],
  'sphera-audit:verify': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-clusters': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-deployments': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-service-deployments': [
    401, 200, 200, 200, 403, 403, 200,
  ],
  'sphera-kubernetes:get-deployment': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-pods': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-events': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-autoscalers': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:list-drift': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:stream-logs': [401, 200, 200, 200, 403, 403, 200],
  'sphera-kubernetes:restart-deployment': [401, 403, 200, 200, 403, 403, 200],
  'sphera-kubernetes:set-autoscaler-bounds': [
    401, 403, 200, 200, 403, 403, 200,
  ],
  'sphera-locks:list-locks': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:lock': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:unlock': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:freeze-merges': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:unfreeze-merges': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:gate': [401, 200, 200, 200, 200, 200, 200],
  'sphera-locks:list-windows': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:preview-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:create-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-locks:delete-window': [401, 200, 200, 200, 403, 403, 200],
  'sphera-services:list-services': [401, 200, 200, 200, 403, 403, 200],
};

const all: Operation[] = [
  ...auditOperations,
  ...kubernetesOperations,
  ...locksOperations,
  ...servicesOperations,
];
const named = (id: string) => all.find(operation => operation.id === id)!;

describe('who may do what, with the policy that sphera comes with', () => {
  const stock = robot('catalog-robot');
  const sphera = robot('sphera-robot');
  let portal: Portal;
  let cluster: ClusterOfTest;
  let tokens: Record<string, string>;
  let made: Made;

  async function tokenOf(asker: (typeof ASKERS)[number], plugin: string) {
    if (asker === 'stockPlugin') return stock.tokenFor(plugin);
    if (asker === 'spheraPlugin') return sphera.tokenFor(plugin);
    return tokens[asker];
  }

  beforeAll(async () => {
    cluster = await startCluster('payments');
    portal = await startPortal({
      clusters: [cluster.settings],
      features: [
        auditPlugin,
        kubernetesPlugin,
        locksPlugin,
        servicesPlugin,
        stock.feature,
        sphera.feature,
      ],
    });
    tokens = {
      otherTeam: await portal.signIn(people.priya),
      owner: await portal.signIn(people.samuel),
      platform: await portal.signIn(people.noor),
      pipeline: PIPELINE_TOKEN,
    };
    const idOf = async (id: string, input: object) => {
      const response = await portal.ask(named(id), input, tokens.platform);
      return (await response.json()).id as string;
    };
    await cluster.seenBy(portal, tokens.platform);
    made = {
      ...cluster,
      lock: () => idOf('sphera-locks:lock', { ...payments, reason }),
      window: () => idOf('sphera-locks:create-window', window),
    };
  });
  afterAll(() => cluster.stop());

  it('says of every operation that the portal has who may', async () => {
    const paths = await Promise.all(
      [...new Set(all.map(({ plugin }) => plugin))].map(async plugin => {
        const response = await portal.fetch(`/api/${plugin}/openapi.json`, {
          token: tokens.owner,
        });
        const description = await response.json();
        return Object.keys(description.paths).map(
          path => `${plugin}:${path.split('/').pop()}`,
        );
      }),
    );
    expect(Object.keys(EXPECTED).sort()).toEqual(paths.flat().sort());
    expect(Object.keys(EXPECTED).sort()).toEqual(
      operations.map(({ id }) => id).sort(),
    );
  });

  it('knows every capability that the backend depends on', () => {
    const capabilities = Object.keys(dependencies).flatMap(
      name => /^@sphera\/plugin-(.*)-backend$/.exec(name)?.[1] ?? [],
    );
    expect(capabilities.map(name => `sphera-${name}`).sort()).toEqual([
      ...new Set(all.map(({ plugin }) => plugin)),
    ]);
  });

  const cases = Object.entries(EXPECTED).flatMap(([id, statuses]) =>
    ASKERS.map((asker, column) => [id, asker, statuses[column]] as const),
  );
  it.each(cases)('%s, asked by %s: %i', async (id, asker, expected) => {
    const operation = named(id);
    const input = await questions[id](made);
    const token = await tokenOf(asker, operation.plugin);
    const response = await portal.ask(operation, input, token);
    const answer = await response.text();
    expect({ answer, status: response.status }).toEqual({
      answer,
      status: expected,
    });
  });

  it.each(all.filter(({ internal }) => internal).map(({ id }) => id))(
    '%s has no door, not even for the platform team',
    async id => {
      const input = { ...payments, id: 'x', reason };
      const response = await portal.ask(named(id), input, tokens.platform);
      expect(response.status).toBe(404);
    },
  );
});
