import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startRegistryStandIn, startSlackStandIn } from '@sphera/dev-fleet';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { listEvents } from '@sphera/plugin-audit-common';
import kubernetesPlugin from '@sphera/plugin-kubernetes-backend';
import locksPlugin from '@sphera/plugin-locks-backend';
import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import rollbackPlugin from '@sphera/plugin-rollback-backend';
import {
  getLayout,
  getRollback,
  listRollbacks,
  listVersions,
  planRollback,
  startRollback,
} from '@sphera/plugin-rollback-common';
import { people } from './__testUtils__/company';
import { plainCanary } from './__testUtils__/canary/canaries';
import { findTraces } from './__testUtils__/canary/findTraces';
import {
  startWatchedPortal,
  WatchedPortal,
} from './__testUtils__/canary/startWatchedPortal';
import { GitOpsOfTest, startGitOps } from './__testUtils__/startGitOps';

jest.setTimeout(180_000);

const payments = { service: 'payments', environment: 'production' };
const tokens = {
  git: plainCanary(),
  slack: `xoxb-${plainCanary()}`,
  argoCd: plainCanary(),
  registry: plainCanary(),
};

describe('the tokens of Git, Slack, Argo CD and registries', () => {
  let gitOps: GitOpsOfTest;
  let slack: Awaited<ReturnType<typeof startSlackStandIn>>;
  let registry: Awaited<ReturnType<typeof startRegistryStandIn>>;
  let portal: WatchedPortal;
  let samuel: string;

  beforeAll(async () => {
    gitOps = await startGitOps('payments', tokens.git);
    slack = await startSlackStandIn({
      channels: [{ name: 'incidents' }],
      token: tokens.slack,
    });
    const credentials = { username: 'portal', password: tokens.registry };
    registry = await startRegistryStandIn({
      images: { payments: ['1.1.0'] },
      credentials,
    });
    portal = await startWatchedPortal({
      features: [
        persistingAuditorFactory,
        auditPlugin,
        kubernetesPlugin,
        locksPlugin,
        rollbackPlugin,
      ],
      config: {},
      sphera: {
        fleet: {
          environments: [{ name: 'staging' }, { name: 'production' }],
          regions: [{ name: 'eu' }],
          clusters: [
            {
              name: 'production-eu',
              environment: 'production',
              region: 'eu',
              url: 'http://127.0.0.1:9',
              access: {
                type: 'token',
                token: 'of-a-cluster-that-is-not-there',
              },
            },
          ],
        },
        rollback: {
          ...gitOps.rollback,
          slack: {
            token: tokens.slack,
            apiUrl: slack.apiUrl,
            channel: 'incidents',
          },
          // Nobody answers there.
          argoCd: [
            {
              url: 'http://127.0.0.1:9',
              token: tokens.argoCd,
              application: '{service}-{cluster}',
            },
          ],
          registries: [
            { host: 'registry.example', url: registry.url, credentials },
          ],
        },
      },
      actionsOf: ['sphera-rollback'],
    });
    samuel = await portal.signIn(people.samuel);
  });
  afterAll(async () => {
    await portal?.stop();
    await Promise.all([gitOps, slack, registry].map(each => each?.stop()));
  });

  async function ask<T extends Operation>(operation: T, input: RequestOf<T>) {
    const response = await portal.ask(operation, input, samuel);
    const text = await response.text();
    portal.traces.note(`answer: ${operation.id}`, [
      response.status,
      Object.fromEntries(response.headers),
      text,
    ]);
    return JSON.parse(text);
  }
  const lookAround = async () => {
    await ask(getLayout, { service: 'payments' });
    await ask(listVersions, payments);
    await ask(planRollback, { ...payments, version: '1.0.0' });
    return ask(listRollbacks, payments);
  };

  it('do their work while all is well', async () => {
    const id = await gitOps.over(portal, samuel);
    await lookAround();
    const over = await ask(getRollback, { id });
    expect(over.commits).toEqual([expect.objectContaining({ isPushed: true })]);
    expect(slack.workspace.messages('incidents')).toHaveLength(1);
  });

  // Its cluster never answers: each of them fails in the end.
  it.each([
    ['denied', false],
    ['hook', false],
    ['cut-before', false],
    ['cut-after', true],
    ['down', false],
  ] as const)(
    'go through every failure of Git: %s, pushed: %s',
    async (fault, isPushed) => {
      const version = await gitOps.ready(portal, samuel);
      gitOps.host.fault({ fault });
      slack.slack.faulty.set('down');
      await lookAround();
      const reason = `in spite of ${fault}`;
      const wish = { ...payments, version, reason, lock: false };
      const { id } = await ask(startRollback, wish);
      await gitOps.untilNothingRuns(portal, samuel);
      const { state, commits } = await ask(getRollback, { id });
      expect(state).toBe('failed');
      expect(commits.some((one: any) => one.isPushed)).toBe(isPushed);
      await lookAround();
      gitOps.host.fault({ fault: 'none' });
      slack.slack.faulty.set('none');
    },
  );

  it('are nowhere that the portal wrote to, but in what it asked them with', async () => {
    await ask(listEvents, { limit: 200 });
    await portal.noteDatabase();
    for (const name of await readdir(gitOps.clones, { recursive: true })) {
      const file = join(gitOps.clones, name);
      portal.traces.note('address: of a clone', name);
      if (!(await stat(file)).isFile()) continue;
      portal.traces.note(`database: clone ${name}`, await readFile(file));
    }
    const written = portal.traces.all.filter(
      ({ where }) => !where.startsWith('request: '),
    );
    const kinds = new Set(written.map(({ where }) => where.split(':')[0]));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['answer', 'database', 'log']),
    );
    expect(findTraces(Object.values(tokens), written)).toEqual([]);
  });

  it('would be found there', () => {
    const asked = portal.traces.all.filter(({ where }) =>
      where.startsWith('request: '),
    );
    const found = findTraces([tokens.slack], asked);
    expect(found.length).toBeGreaterThan(0);
  });
});
