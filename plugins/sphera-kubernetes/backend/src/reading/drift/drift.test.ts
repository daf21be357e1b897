import { ClockOfTest } from '../../__testUtils__/ClockOfTest';
import { FLEET, FleetOfTest, QUOTES } from '../../__testUtils__/FleetOfTest';
import { autoscalerOf, containerOf } from '../../__testUtils__/records';
import type { ContainerRecord } from '../../fleet/records';
import { ServiceViews } from '../ServiceViews';

const DAY = 24 * 60 * 60_000;

function start() {
  const clock = new ClockOfTest();
  const fleet = new FleetOfTest([QUOTES], clock);
  const views = new ServiceViews({
    memory: fleet.memory,
    fleet: FLEET,
    rules: {
      behindAfter: 3 * DAY,
      ignoresVariable: name => name === 'AWS_REGION',
    },
    clock,
  });
  return {
    fleet,
    clock,
    drift: () => views.of(QUOTES.ref).drift,
    kept() {
      clock.goOn(1_000);
      return views.all().get(QUOTES.ref)?.drift;
    },
    daysAgo: (days: number) => clock.now() - days * DAY,
  };
}
const quotes = (more: Partial<ContainerRecord>) => ({
  containers: [containerOf(more)],
});

describe('drift', () => {
  it('is none where everything agrees', () => {
    const { fleet, drift } = start();
    for (const { name } of FLEET.clusters) fleet.deploy(name, '4.12.1');
    expect(drift()).toEqual([]);
  });

  it('of versions: which clusters of an environment run which, and since when', () => {
    const { fleet, drift, daysAgo } = start();
    fleet.deploy('production-eu', '4.11.0', { since: daysAgo(9) });
    fleet.deploy('production-us', '4.12.1', { since: daysAgo(2) });
    fleet.deploy('production-ap', '4.12.1', { since: daysAgo(1) });
    expect(drift()).toEqual([
      {
        service: 'component:default/quotes',
        environment: 'production',
        namespace: 'selling',
        name: 'quotes',
        kind: 'version',
        sentence:
          'Production runs 2 versions: 4.12.1 in production-us and production-ap, 4.11.0 in production-eu',
        clusters: [
          { cluster: 'production-eu', value: '4.11.0' },
          { cluster: 'production-us', value: '4.12.1' },
          { cluster: 'production-ap', value: '4.12.1' },
        ],
        since: new Date(daysAgo(2)).toISOString(),
      },
    ]);
  });

  it('of versions while one rolls out, and where that does not go on', () => {
    const { fleet, drift } = start();
    fleet.deploy('production-eu', '4.12.1');
    const conditions = [
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
      },
    ];
    fleet.deploy('production-us', '4.13.0', { updated: 1, conditions });
    expect(drift()).toMatchObject([
      {
        kind: 'version',
        sentence:
          'Production is between 2 versions: 4.12.1 in production-eu, 4.13.0 in production-us; the rollout in production-us does not go on',
      },
    ]);
  });

  it('counts nothing that is switched off', () => {
    const { fleet, drift } = start();
    fleet.deploy('production-eu', '4.12.1');
    fleet.deploy('production-us', '4.11.0', { wanted: 0 });
    expect(drift()).toEqual([]);
  });

  it('of an environment that runs an older version than an earlier one has for three days', () => {
    const { fleet, drift, daysAgo } = start();
    fleet.deploy('staging-eu', '4.12.1', { since: daysAgo(5) });
    fleet.deploy('production-eu', '4.11.0', { since: daysAgo(20) });
    fleet.deploy('production-us', '4.11.0', { since: daysAgo(20) });
    expect(drift()).toMatchObject([
      {
        kind: 'behind',
        environment: 'production',
        sentence:
          'Production still runs 4.11.0 in production-eu and production-us; Staging has run 4.12.1 since 2026-11-19',
        clusters: [
          { cluster: 'production-eu', value: '4.11.0' },
          { cluster: 'production-us', value: '4.11.0' },
          { cluster: 'staging-eu', value: '4.12.1' },
        ],
      },
    ]);
  });

  it('begins when a version comes of age, though nothing changes then', () => {
    const { fleet, clock, kept, daysAgo } = start();
    fleet.deploy('staging-eu', '4.12.1', { since: daysAgo(1) });
    fleet.deploy('production-eu', '4.11.0', { since: daysAgo(20) });
    expect(kept()).toEqual([]);
    clock.goOn(1.9 * DAY);
    expect(kept()).toEqual([]);
    clock.goOn(0.2 * DAY);
    expect(kept()).toMatchObject([{ kind: 'behind' }]);
  });

  it('is none where the later environment is ahead, or the earlier one does not run well', () => {
    const { fleet, drift, daysAgo } = start();
    fleet.deploy('staging-eu', '4.12.1', { since: daysAgo(5), ready: 0 });
    fleet.deploy('staging-us', '4.10.0', { since: daysAgo(50) });
    fleet.deploy('production-eu', '4.11.0', { since: daysAgo(20) });
    expect(drift().map(({ kind }) => kind)).toEqual(['version']);
  });

  it('knows the older of two commits by when each was first seen', () => {
    const { fleet, drift, daysAgo } = start();
    fleet.deploy('staging-eu', 'd34db33', { since: daysAgo(5) });
    fleet.deploy('production-eu', 'c0ffee1', { since: daysAgo(20) });
    expect(drift()).toMatchObject([
      { kind: 'behind', sentence: expect.stringContaining('runs c0ffee1') },
    ]);
  });

  it('of replicas outside the bounds of their autoscaler', () => {
    const { fleet, drift } = start();
    fleet.deploy('staging-eu', '4.12.1', {
      wanted: 9,
      autoscaler: autoscalerOf(),
    });
    expect(drift()).toMatchObject([
      {
        kind: 'replicas',
        environment: 'staging',
        region: 'eu',
        cluster: 'staging-eu',
        sentence:
          'quotes wants 9 pods in staging-eu, while its autoscaler allows 2 to 6',
      },
    ]);
  });

  it('of requests and limits, whichever way they are written', () => {
    const { fleet, drift } = start();
    const limits = (memory?: string) =>
      quotes({ requests: { cpu: '500m' }, limits: { memory } });
    fleet.deploy('production-eu', '', limits('1Gi'));
    fleet.deploy('production-us', '', {
      ...quotes({ requests: { cpu: '0.5' }, limits: { memory: '1024Mi' } }),
    });
    expect(drift()).toEqual([]);
    fleet.deploy('production-ap', '', limits('512Mi'));
    fleet.deploy('staging-eu', '', limits());
    expect(drift()).toMatchObject([
      {
        kind: 'resources',
        sentence: expect.stringMatching(
          /^In Production, the memory limit of quotes is .*512Mi in production-ap$/,
        ),
        clusters: expect.arrayContaining([
          {
            cluster: 'production-ap',
            value: 'memory limit of quotes: 512Mi',
          },
        ]),
      },
    ]);
  });

  it('of variables: where, never what', () => {
    const { fleet, drift } = start();
    const variables = (own: Record<string, string>) =>
      quotes({ variables: own });
    const one = 'fingerprint-1';
    const other = 'fingerprint-2';
    fleet.deploy('production-eu', '', {
      ...variables({ LOG_LEVEL: one, TRACE: one, AWS_REGION: one }),
    });
    fleet.deploy('production-us', '', {
      ...variables({ LOG_LEVEL: one, AWS_REGION: other }),
    });
    fleet.deploy('production-ap', '', {
      ...variables({ LOG_LEVEL: other, TRACE: one, AWS_REGION: other }),
    });
    expect(drift()).toMatchObject([
      {
        kind: 'variables',
        sentence:
          'In Production, LOG_LEVEL of quotes is set in production-eu and production-us, but set to something else in production-ap; TRACE of quotes is set in production-eu and production-ap, but not set in production-us',
        clusters: [
          { value: 'LOG_LEVEL: set; TRACE: set' },
          { value: 'LOG_LEVEL: set; TRACE: not set' },
          { value: 'LOG_LEVEL: set to something else; TRACE: set' },
        ],
      },
    ]);
    expect(JSON.stringify(drift())).not.toContain('fingerprint');
  });
});
