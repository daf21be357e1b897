import type { AutoscalerRecord } from '../records';
import { gitOpsOf } from './gitOps';
import { objectRecord, RawMetadata, RecordTools } from './metadata';

interface RawValue {
  averageUtilization?: number;
  averageValue?: string;
  value?: string;
}

interface RawMetricSource {
  name?: string;
  container?: string;
  metric?: { name?: string };
  target?: RawValue;
  current?: RawValue;
}

/** `resource`, `containerResource`, `pods`, `object` or `external` holds the metric, as `type` says. */
type RawMetric = { type?: string } & Record<string, unknown>;

/** A HorizontalPodAutoscaler of autoscaling/v2, as far as it is read here. */
export interface RawAutoscaler {
  metadata?: RawMetadata;
  spec?: {
    scaleTargetRef?: { kind?: string; name?: string };
    minReplicas?: number;
    maxReplicas?: number;
    metrics?: RawMetric[];
  };
  status?: {
    currentReplicas?: number;
    desiredReplicas?: number;
    currentMetrics?: RawMetric[];
    conditions?: AutoscalerRecord['conditions'];
  };
}

/** What stays in memory of an autoscaler. */
export function autoscalerRecord(
  { metadata, spec = {}, status = {} }: RawAutoscaler,
  tools: RecordTools,
): AutoscalerRecord {
  const { pool } = tools;
  return {
    ...objectRecord(metadata, tools),
    target: pool.value({
      kind: spec.scaleTargetRef?.kind ?? '',
      name: spec.scaleTargetRef?.name ?? '',
    }),
    gitOps: gitOpsOf(metadata),
    // An API server fills in 1 where the object says nothing.
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas ?? 0,
    current: status.currentReplicas ?? 0,
    desired: status.desiredReplicas ?? 0,
    metrics: (spec.metrics ?? []).map(metric =>
      metricRecord(metric, status.currentMetrics ?? []),
    ),
    conditions: (status.conditions ?? []).map(condition => ({
      type: pool.text(condition.type),
      status: pool.text(condition.status),
      reason: condition.reason && pool.text(condition.reason),
      message: condition.message && pool.text(condition.message),
    })),
  };
}

function metricRecord(
  metric: RawMetric,
  currentMetrics: RawMetric[],
): AutoscalerRecord['metrics'][number] {
  const { target = {} } = sourceOf(metric);
  const name = nameOf(metric);
  const now = currentMetrics.find(
    one => one.type === metric.type && nameOf(one) === name,
  );
  const { current = {} } = now ? sourceOf(now) : {};
  return target.averageUtilization === undefined
    ? {
        name,
        unit: 'quantity',
        current: current.averageValue ?? current.value,
        target: String(target.averageValue ?? target.value ?? ''),
      }
    : {
        name,
        unit: 'percent',
        current: current.averageUtilization?.toString(),
        target: String(target.averageUtilization),
      };
}

function sourceOf(metric: RawMetric): RawMetricSource {
  const type = metric.type ?? '';
  const key = type.charAt(0).toLowerCase() + type.slice(1);
  return (metric[key] ?? {}) as RawMetricSource;
}

/** `cpu`, `cpu of api`, `requests_per_second`. */
function nameOf(metric: RawMetric): string {
  const source = sourceOf(metric);
  const name = source.name ?? source.metric?.name ?? 'unknown';
  return source.container ? `${name} of ${source.container}` : name;
}
