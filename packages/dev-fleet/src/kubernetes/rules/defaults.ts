import type { KubeObject } from '../objects';
import { isObject, type Json } from '../patching/json';

type Fields = Record<string, Json>;

const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'];

/** What the API server fills in where nothing is said, per kind (pkg/apis/…/v1/defaults.go). */
const DEFAULTS: Record<string, (spec: Fields) => Fields> = {
  Deployment: spec => ({
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    ...spec,
    strategy: strategyDefaults(spec.strategy),
    template: templateDefaults(spec.template),
  }),
  ReplicaSet: spec => ({
    replicas: 1,
    ...spec,
    template: templateDefaults(spec.template),
  }),
  Namespace: spec => ({ finalizers: ['kubernetes'], ...spec }),
  Pod: spec => podDefaults(spec),
  HorizontalPodAutoscaler: spec => ({
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
    ...spec,
  }),
};

/** The object with its defaults. */
export function withDefaults<T extends KubeObject>(object: T): T {
  const defaults = DEFAULTS[object.kind];
  if (!defaults || !isObject(object.spec ?? {})) return object;

  return { ...object, spec: defaults((object.spec ?? {}) as Fields) };
}

function strategyDefaults(strategy: Json | undefined): Json {
  const given = isObject(strategy) ? strategy : {};
  if (given.type === 'Recreate') return given;
  const rollingUpdate = isObject(given.rollingUpdate)
    ? given.rollingUpdate
    : {};
  return {
    type: 'RollingUpdate',
    ...given,
    rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%', ...rollingUpdate },
  };
}

function templateDefaults(template: Json | undefined): Json {
  if (!isObject(template) || !isObject(template.spec)) return template ?? null;
  return { ...template, spec: podDefaults(template.spec) };
}

function podDefaults(spec: Fields): Fields {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    ...(Array.isArray(spec.containers) && {
      containers: spec.containers.map(container =>
        isObject(container) ? containerDefaults(container) : container,
      ),
    }),
  };
}

function containerDefaults(container: Fields): Fields {
  const withProbes = Object.fromEntries(
    PROBES.flatMap(name => {
      const probe = container[name];
      return isObject(probe) ? [[name, probeDefaults(probe)]] : [];
    }),
  );
  return {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    ...container,
    ...withProbes,
    ...(Array.isArray(container.ports) && {
      ports: container.ports.map(port =>
        isObject(port) ? { protocol: 'TCP', ...port } : port,
      ),
    }),
  };
}

function probeDefaults(probe: Fields): Fields {
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
    ...(isObject(probe.httpGet) && {
      httpGet: { scheme: 'HTTP', ...probe.httpGet },
    }),
  };
}
