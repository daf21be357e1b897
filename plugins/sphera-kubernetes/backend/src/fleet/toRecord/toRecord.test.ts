import { Fingerprints } from '../Fingerprints';
import { Pool } from '../Pool';
import { toRecord } from './index';

const tools = {
  pool: new Pool(),
  fingerprints: new Fingerprints(Buffer.alloc(32)),
};
const metadata = {
  uid: 'u1',
  namespace: 'booking',
  name: 'quotes',
  resourceVersion: '7',
};
const ownedBy = (kind: string) => ({
  ...metadata,
  ownerReferences: [{ kind, uid: 'owner', controller: true }],
});
const deployment = (changes: any = {}) =>
  toRecord.deployments({ metadata, ...changes }, tools)!;
const pod = (changes: any = {}) =>
  toRecord.pods({ metadata: ownedBy('ReplicaSet'), ...changes }, tools)!;
const withContainer = (container: object) =>
  deployment({
    spec: {
      template: {
        spec: {
          containers: [{ name: 'api', image: 'quotes:1', ...container }],
        },
      },
    },
  }).containers[0];

describe('the record of a deployment', () => {
  it('has what an API server leaves out at its default', () => {
    expect(deployment()).toMatchObject({
      ...metadata,
      wanted: 1,
      ready: 0,
      paused: false,
      strategy: { type: 'RollingUpdate' },
      containers: [],
      conditions: [],
    });
  });

  it('knows limits of a rollout as they were written', () => {
    const strategy = {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
    };
    expect(deployment({ spec: { strategy } }).strategy).toEqual({
      type: 'RollingUpdate',
      maxSurge: '1',
      maxUnavailable: '25%',
    });
  });

  it.each([
    [
      { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/D:b/q' } },
      { tool: 'argocd', owner: 'shop' },
    ],
    [
      { labels: { 'argocd.argoproj.io/instance': 'shop' } },
      { tool: 'argocd', owner: 'shop' },
    ],
    [
      {
        labels: {
          'kustomize.toolkit.fluxcd.io/name': 'apps',
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      },
      { tool: 'flux', owner: 'flux-system/apps' },
    ],
    [
      { labels: { 'helm.toolkit.fluxcd.io/name': 'quotes' } },
      { tool: 'flux', owner: 'quotes' },
    ],
    [{ labels: { 'app.kubernetes.io/instance': 'quotes' } }, undefined],
  ])('knows by %j who would overwrite it', (more, gitOps) => {
    expect(deployment({ metadata: { ...metadata, ...more } }).gitOps).toEqual(
      gitOps,
    );
  });

  it('never has the value of an environment variable, yet knows equal ones', () => {
    const { variables } = withContainer({
      env: [
        { name: 'B', value: 'hunter2hunter2' },
        { name: 'A', value: 'hunter2hunter2' },
        { name: 'C', value: 'another' },
        {
          name: 'D',
          valueFrom: { secretKeyRef: { name: 'quotes-db', key: 'password' } },
        },
        { name: 'E', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      ],
      envFrom: [{ configMapRef: { name: 'quotes' } }],
    });
    expect(JSON.stringify(variables)).not.toContain('hunter2');
    expect(Object.keys(variables)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'all of ConfigMap quotes',
    ]);
    expect(variables.A).toBe(variables.B);
    expect(variables.A).not.toBe(variables.C);
    expect(variables.D).toBe('secretKeyRef quotes-db password');
    expect(variables.E).toBe('fieldRef status.podIP');
  });

  it('has other fingerprints of the same values in another process', () => {
    expect(new Fingerprints().of('a')).not.toBe(new Fingerprints().of('a'));
  });

  it('shares what is the same in every cluster', () => {
    const resources = { requests: { cpu: '500m' }, limits: { memory: '1Gi' } };
    expect(withContainer({ resources })).toBe(withContainer({ resources }));
  });
});

describe('the record of a pod', () => {
  it('is none where no ReplicaSet made it', () => {
    expect(toRecord.pods({ metadata: ownedBy('Job') }, tools)).toBeUndefined();
    expect(toRecord.pods({ metadata }, tools)).toBeUndefined();
  });

  it('says why it is not scheduled', () => {
    expect(
      pod({
        status: {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
            },
          ],
        },
      }),
    ).toMatchObject({
      phase: 'Pending',
      ready: false,
      reason: 'Unschedulable',
      message: '0/3 nodes are available',
    });
  });

  it('says how its containers ended before', () => {
    const spec = { containers: [{ name: 'api', image: 'quotes:1' }] };
    const status = {
      containerStatuses: [
        {
          name: 'api',
          restartCount: 12,
          state: {
            waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s' },
          },
          lastState: {
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              finishedAt: '2026-11-24T17:00:00Z',
            },
          },
        },
      ],
    };
    expect(pod({ spec, status }).containers).toEqual([
      {
        name: 'api',
        image: 'quotes:1',
        ready: false,
        restarts: 12,
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        message: 'back-off 5m0s',
        lastExit: {
          code: 137,
          reason: 'OOMKilled',
          at: Date.parse('2026-11-24T17:00:00Z'),
        },
      },
    ]);
  });

  it('lists init containers only while they have work to do', () => {
    const spec = {
      containers: [{ name: 'api' }],
      initContainers: [{ name: 'migrate' }, { name: 'proxy' }],
    };
    const status = {
      initContainerStatuses: [
        { name: 'migrate', state: { terminated: { exitCode: 0 } } },
        { name: 'proxy', state: { running: {} } },
      ],
    };
    expect(
      pod({ spec, status }).containers.map(({ name, init }) => [name, init]),
    ).toEqual([
      ['api', undefined],
      ['proxy', true],
    ]);
  });
});

describe('the record of an autoscaler', () => {
  it('knows metrics of every type, with what they are now', () => {
    const record = toRecord.autoscalers(
      {
        metadata,
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'quotes' },
          maxReplicas: 5,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { averageUtilization: 70 } },
            },
            {
              type: 'ContainerResource',
              containerResource: {
                name: 'memory',
                container: 'api',
                target: { averageValue: '1Gi' },
              },
            },
            {
              type: 'External',
              external: { metric: { name: 'queue' }, target: { value: '30' } },
            },
          ],
        },
        status: {
          currentMetrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', current: { averageUtilization: 41 } },
            },
          ],
        },
      } as object,
      tools,
    )!;
    expect(record).toMatchObject({ min: 1, max: 5 });
    expect(record.metrics).toEqual([
      { name: 'cpu', unit: 'percent', current: '41', target: '70' },
      {
        name: 'memory of api',
        unit: 'quantity',
        current: undefined,
        target: '1Gi',
      },
      { name: 'queue', unit: 'quantity', current: undefined, target: '30' },
    ]);
  });
});

describe('the record of an event', () => {
  it('is none where it is about something else', () => {
    const involvedObject = { kind: 'Node', name: 'node-1' };
    expect(
      toRecord.events({ metadata, involvedObject } as object, tools),
    ).toBeUndefined();
  });

  it('reads both forms of events', () => {
    const involvedObject = { kind: 'Pod', name: 'quotes-1' };
    const [counted, series] = [
      {
        count: 3,
        firstTimestamp: '2026-11-24T17:00:00Z',
        lastTimestamp: '2026-11-24T17:30:00Z',
      },
      {
        firstTimestamp: null,
        eventTime: '2026-11-24T17:00:00.000000Z',
        series: { count: 3, lastObservedTime: '2026-11-24T17:30:00.000000Z' },
      },
    ].map(form =>
      toRecord.events({ metadata, involvedObject, ...form } as object, tools),
    );
    expect(counted).toEqual(series);
    expect(counted).toMatchObject({
      count: 3,
      firstAt: Date.parse('2026-11-24T17:00:00Z'),
      lastAt: Date.parse('2026-11-24T17:30:00Z'),
    });
  });
});
