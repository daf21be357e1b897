import type { LabelRequirement, LabelSelector } from '../LabelSelector';
import type { DisruptionBudgetRecord } from '../records';
import { objectRecord, RawMetadata, RecordTools } from './metadata';

interface RawExpression {
  key: string;
  operator: string;
  values?: string[];
}

/** A PodDisruptionBudget of policy/v1, as far as it is read here. */
export interface RawDisruptionBudget {
  metadata?: RawMetadata;
  spec?: {
    selector?: {
      matchLabels?: Record<string, string>;
      matchExpressions?: RawExpression[];
    };
  };
  status?: {
    disruptionsAllowed?: number;
    currentHealthy?: number;
    desiredHealthy?: number;
  };
}

const OPERATORS: Record<string, LabelRequirement['operator']> = {
  In: 'in',
  NotIn: 'notin',
  Exists: 'exists',
  DoesNotExist: 'absent',
};

/** What stays in memory of a disruption budget; nothing where it selects no pods: that covers none. */
export function disruptionBudgetRecord(
  { metadata, spec = {}, status = {} }: RawDisruptionBudget,
  tools: RecordTools,
): DisruptionBudgetRecord | undefined {
  const { selector } = spec;
  if (!selector) return undefined;
  const expressions = (selector.matchExpressions ?? []).map(
    ({ key, operator, values = [] }) =>
      ({ key, operator: OPERATORS[operator], values } as LabelRequirement),
  );
  return {
    ...objectRecord(metadata, tools),
    selector: tools.pool.value(selector.matchLabels ?? {}),
    ...(expressions.length > 0 && {
      expressions: tools.pool.value<LabelSelector>(expressions),
    }),
    disruptionsAllowed: status.disruptionsAllowed ?? 0,
    currentHealthy: status.currentHealthy ?? 0,
    desiredHealthy: status.desiredHealthy ?? 0,
  };
}
