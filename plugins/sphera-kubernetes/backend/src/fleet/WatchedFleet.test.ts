import { HandClock } from '@sphera/plugin-operations-common/testUtils';
import { Fingerprints } from './Fingerprints';
import type { FleetChange } from './FleetMemory';
import { Pool } from './Pool';
import type { WatchedKind } from './records';
import { toRecord } from './toRecord';
import { WatchedFleet } from './WatchedFleet';

const tools = { pool: new Pool(), fingerprints: new Fingerprints() };
const QUOTES = 'component:default/quotes';
const LABELS = 'component:default/labels';
const service = (name: string) => ({
  ref: `component:default/${name}`,
  name,
  annotations: { 'backstage.io/kubernetes-id': name },
});
const record = <K extends WatchedKind>(kind: K, object: object) =>
  toRecord[kind](object, tools)!;

const meta = (name: string, owner?: [kind: string, uid: string]) => ({
  uid: `uid-${name}`,
  namespace: 'booking',
  name,
  creationTimestamp: '2026-11-24T10:00:00Z',
  ...(owner && { ownerReferences: [{ kind: owner[0], uid: owner[1] }] }),
});
const deployment = (name: string, replicas = 2) =>
  record('deployments', {
    metadata: { ...meta(name), labels: { 'backstage.io/kubernetes-id': name } },
    spec: {
      replicas,
      template: { metadata: { labels: { app: name, tier: 'api' } } },
    },
  });
const replicaSet = (of: string, hash: string, revision: number) =>
  record('replicaSets', {
    metadata: {
      ...meta(`${of}-${hash}`, ['Deployment', `uid-${of}`]),
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
    },
  });
const pod = (of: string, end: string) =>
  record('pods', {
    metadata: meta(`${of}-${end}`, ['ReplicaSet', `uid-${of}`]),
  });
const autoscaler = (name: string) =>
  record('autoscalers', {
    metadata: meta(name),
    spec: { scaleTargetRef: { kind: 'Deployment', name }, maxReplicas: 4 },
  });
const budget = (name: string, selector: object) =>
  record('disruptionBudgets', { metadata: meta(name), spec: { selector } });
const event = (kind: string, name: string, at: number, reason = 'Noted') =>
  record('events', {
    metadata: { ...meta(`event-${kind}-${name}-${at}-${reason}`) },
    involvedObject: { kind, name },
    reason,
    lastTimestamp: new Date(at).toISOString(),
  });

function start() {
  const clock = new HandClock();
  const fleet = new WatchedFleet(
    ['eu', 'us'].map(name => ({
      name,
      environment: 'production',
      region: name,
    })),
    {
      clock,
      failed: error => {
        throw error;
      },
    },
  );
  const told: FleetChange[] = [];
  fleet.onChange(change => told.push(change));
  fleet.setServices([service('quotes'), service('labels')]);
  const eu = fleet.feed('eu');
  const us = fleet.feed('us');
  /** What was told since the last time, after a quarter second. */
  const changes = () => {
    clock.pass(250);
    return told.splice(0).map(({ cluster, services, sight }) => ({
      cluster,
      services: [...services].sort(),
      sight,
    }));
  };
  const one = () => fleet.deployments(QUOTES)[0];
  return { clock, fleet, eu, us, changes, one };
}

describe('the fleet in memory', () => {
  it('has the deployments of services, by cluster, namespace and name', () => {
    const { fleet, eu, us } = start();
    us.replace('deployments', [deployment('quotes')]);
    eu.replace('deployments', [
      deployment('quotes'),
      deployment('nobodys'),
      deployment('labels'),
    ]);
    const places = (ref?: string) =>
      fleet
        .deployments(ref)
        .map(
          ({ sight, deployment: { name } }) => `${sight.cluster.name} ${name}`,
        );
    expect(places()).toEqual(['eu labels', 'eu quotes', 'us quotes']);
    expect(places(QUOTES)).toEqual(['eu quotes', 'us quotes']);
    expect(places('component:default/ghost')).toEqual([]);
    expect(fleet.deployment('eu', 'booking', 'nobodys')).toMatchObject({
      service: undefined,
      deployment: { name: 'nobodys' },
    });
    expect(fleet.deployment('mars', 'booking', 'quotes')).toBeUndefined();
  });

  it('knows what belongs to a deployment, in whatever order it came', () => {
    const { fleet, eu, one } = start();
    eu.put('pods', pod('quotes-aaa', '22222'));
    eu.put('pods', pod('quotes-aaa', '11111'));
    eu.put('pods', pod('quotes-bbb', '33333'));
    eu.put('pods', pod('labels-aaa', '44444'));
    eu.put('autoscalers', autoscaler('quotes'));
    eu.put('replicaSets', replicaSet('quotes', 'aaa', 1));
    eu.put('replicaSets', replicaSet('quotes', 'bbb', 2));
    eu.put('deployments', deployment('quotes'));
    expect(fleet.podsOf(one()).map(({ name }) => name)).toEqual([
      'quotes-aaa-11111',
      'quotes-aaa-22222',
      'quotes-bbb-33333',
    ]);
    expect(fleet.replicaSetsOf(one()).map(({ revision }) => revision)).toEqual([
      2, 1,
    ]);
    expect(fleet.autoscalersOf(one())).toHaveLength(1);
    expect(fleet.autoscaler('eu', 'booking', 'quotes')).toMatchObject({
      service: QUOTES,
      deployment: { name: 'quotes' },
      autoscaler: { max: 4 },
    });
    expect(fleet.pod('eu', 'booking', 'quotes-bbb-33333')).toMatchObject({
      service: QUOTES,
      pod: { name: 'quotes-bbb-33333' },
    });
    expect(fleet.pod('eu', 'booking', 'labels-aaa-44444')).toBeUndefined();
  });

  it('knows the disruption budgets that cover its pods', () => {
    const { fleet, eu, one } = start();
    eu.put('deployments', deployment('quotes'));
    const covering = {
      labels: { matchLabels: { app: 'quotes' } },
      everything: {},
      expression: {
        matchExpressions: [{ key: 'tier', operator: 'In', values: ['api'] }],
      },
    };
    const not = {
      others: { matchLabels: { app: 'labels' } },
      'other-tier': {
        matchLabels: { app: 'quotes' },
        matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }],
      },
    };
    for (const [name, selector] of Object.entries({ ...covering, ...not })) {
      eu.put('disruptionBudgets', budget(name, selector));
    }
    expect(fleet.budgetsOf(one()).map(({ name }) => name)).toEqual(
      Object.keys(covering),
    );
  });

  it('has the last 50 events about a deployment and all that is its, also of pods that are gone', () => {
    const { fleet, eu, one, clock } = start();
    const now = clock.now();
    eu.put('deployments', deployment('quotes'));
    eu.put('replicaSets', replicaSet('quotes', 'aaa', 1));
    eu.put('autoscalers', autoscaler('quotes'));
    eu.put('events', event('Deployment', 'quotes', now - 4_000));
    eu.put('events', event('ReplicaSet', 'quotes-aaa', now - 3_000));
    eu.put('events', event('Pod', 'quotes-aaa-g0n3x', now - 2_000));
    eu.put('events', event('HorizontalPodAutoscaler', 'quotes', now - 1_000));
    eu.put('events', event('Pod', 'labels-aaa-g0n3x', now));
    eu.put('events', event('Deployment', 'quotes', now - 3_700_000));
    const about = () => fleet.eventsOf(one()).map(seen => seen.about.kind);
    expect(about()).toEqual([
      'HorizontalPodAutoscaler',
      'Pod',
      'ReplicaSet',
      'Deployment',
    ]);
    for (let n = 0; n < 200; n++) {
      eu.put('events', event('Pod', 'quotes-aaa-g0n3x', now - n * 10, `R${n}`));
    }
    expect(fleet.eventsOf(one())).toHaveLength(50);
    expect(fleet.eventsOf(one())[0].reason).toBe('R0');
    clock.pass(3_600_001);
    fleet.tidy();
    expect(about()).toEqual([]);
  });

  it('forgets what is not in a list that is read anew', () => {
    const { fleet, eu } = start();
    eu.replace('deployments', [deployment('quotes'), deployment('labels')]);
    eu.replace('deployments', [deployment('labels')]);
    expect(fleet.deployments(QUOTES)).toEqual([]);
    expect(fleet.deployment('eu', 'booking', 'quotes')).toBeUndefined();
    expect(fleet.deployments(LABELS)).toHaveLength(1);
  });

  it('tells once every quarter second which services changed', () => {
    const { eu, us, changes } = start();
    eu.put('deployments', deployment('quotes'));
    eu.put('replicaSets', replicaSet('quotes', 'aaa', 1));
    us.put('deployments', deployment('labels'));
    expect(changes()).toEqual([
      { cluster: 'eu', services: [QUOTES], sight: false },
      { cluster: 'us', services: [LABELS], sight: false },
    ]);
    eu.put('pods', pod('quotes-aaa', '11111'));
    expect(changes()).toMatchObject([{ services: [QUOTES] }]);
    eu.put(
      'events',
      event('Pod', 'quotes-aaa-11111', Date.parse('2026-11-24T18:00:00Z')),
    );
    expect(changes()).toMatchObject([{ services: [QUOTES] }]);
    eu.remove('pods', 'uid-quotes-aaa-11111');
    expect(changes()).toMatchObject([{ services: [QUOTES] }]);
    eu.put('disruptionBudgets', budget('all', {}));
    expect(changes()).toMatchObject([{ services: [QUOTES] }]);
    eu.remove('deployments', 'uid-quotes');
    expect(changes()).toMatchObject([{ services: [QUOTES] }]);
    eu.put('pods', pod('nobodys-aaa', '11111'));
    expect(changes()).toEqual([]);
  });

  it('tells when a cluster comes or goes, and not that it was heard of again', () => {
    const { fleet, eu, changes } = start();
    eu.seen({ state: 'live', observedAt: 1 });
    expect(changes()).toEqual([{ cluster: 'eu', services: [], sight: true }]);
    eu.seen({ state: 'live', observedAt: 2 });
    expect(changes()).toEqual([]);
    expect(fleet.clusters()[0]).toMatchObject({ state: 'live', observedAt: 2 });
  });

  it('finds anew whose deployments are when the catalog changes', () => {
    const { fleet, eu, changes } = start();
    eu.replace('deployments', [deployment('quotes'), deployment('later')]);
    changes();
    fleet.setServices([service('labels'), service('later')]);
    expect(fleet.deployments().map(({ service: ref }) => ref)).toEqual([
      'component:default/later',
    ]);
    expect(changes()).toMatchObject([
      { services: ['component:default/later', QUOTES] },
    ]);
  });

  it('tells both services when a deployment goes from one to the other', () => {
    const { eu, changes } = start();
    eu.put('deployments', deployment('quotes'));
    changes();
    eu.put('deployments', { ...deployment('labels'), uid: 'uid-quotes' });
    expect(changes()).toMatchObject([{ services: [LABELS, QUOTES] }]);
  });

  it('tells both services when what covers or scales the one is turned to the other', () => {
    const { eu, changes } = start();
    eu.put('deployments', deployment('quotes'));
    eu.put('deployments', deployment('labels'));
    eu.put(
      'disruptionBudgets',
      budget('b', { matchLabels: { app: 'quotes' } }),
    );
    eu.put('autoscalers', autoscaler('quotes'));
    changes();
    eu.put(
      'disruptionBudgets',
      budget('b', { matchLabels: { app: 'labels' } }),
    );
    expect(changes()).toMatchObject([{ services: [LABELS, QUOTES] }]);
    eu.put('autoscalers', { ...autoscaler('labels'), uid: 'uid-quotes' });
    expect(changes()).toMatchObject([{ services: [LABELS, QUOTES] }]);
  });
});
