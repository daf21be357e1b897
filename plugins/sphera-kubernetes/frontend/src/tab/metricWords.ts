import type { Autoscaler } from '@sphera/plugin-kubernetes-common';

type Metric = Autoscaler['metrics'][number];

/** What a metric is now: `71%`, `250m`, or that nobody knows. */
export function metricNow({ current, unit }: Metric): string {
  return current === undefined ? 'unknown' : withUnit(current, unit);
}

/** What the autoscaler aims at. */
export function metricTarget({ target, unit }: Metric): string {
  return withUnit(target, unit);
}

function withUnit(value: string, unit: Metric['unit']): string {
  return unit === 'percent' ? `${value}%` : value;
}
