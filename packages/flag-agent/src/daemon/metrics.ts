import type { AgentState } from '../AgentState';

const PREFIX = 'sphera_flag_agent';

/** What Prometheus wants to be told that the text is. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** One metric: its values by their labels. */
interface Metric {
  name: string;
  type: 'counter' | 'gauge';
  help: string;
  values: Array<[labels: string, value: number]>;
}

const OUTCOMES = ['applied', 'held', 'overtaken', 'refused'] as const;

/**
 * What `/metrics` tells, in Prometheus's text format. The client library for it would take a sixth of the memory that the
 * agent may have.
 */
export function metricsText(
  { counts, ...state }: AgentState,
  { silentFor, memory }: { silentFor: number; memory: number },
): string {
  const one = (
    type: Metric['type'],
    name: string,
    help: string,
    value: number,
  ): Metric => ({ name, type, help, values: [['', value]] });
  return [
    {
      name: 'wishes_total',
      type: 'counter' as const,
      help: 'Wishes that were answered, by outcome',
      values: OUTCOMES.map((outcome): Metric['values'][number] => [
        `{outcome="${outcome}"}`,
        counts[outcome],
      ]),
    },
    one(
      'counter',
      'unreadable_total',
      'Commands that could not be read',
      counts.unreadable,
    ),
    one(
      'counter',
      'failures_total',
      'Times that the flags could not be read or written',
      counts.failures,
    ),
    one('gauge', 'flags', 'Flags that the cluster holds', state.flags),
    one(
      'gauge',
      'kept_reports',
      'Reports that wait to be sent',
      state.keptReports,
    ),
    one(
      'counter',
      'dropped_reports_total',
      'Reports that were given up since too many waited',
      state.droppedReports,
    ),
    one(
      'gauge',
      'caught_up',
      '1 once all earlier wishes are known',
      Number(state.isCaughtUp),
    ),
    one(
      'gauge',
      'blocked',
      '1 while the flags cannot be read or written',
      Number(state.problem !== undefined),
    ),
    one(
      'gauge',
      'silence_seconds',
      'Since Kafka last gave or took something',
      silentFor / 1000,
    ),
    one('gauge', 'resident_memory_bytes', 'Memory of the process', memory),
  ]
    .map(textOf)
    .join('');
}

function textOf({ name, type, help, values }: Metric): string {
  const full = `${PREFIX}_${name}`;
  const lines = values.map(([labels, value]) => `${full}${labels} ${value}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}
