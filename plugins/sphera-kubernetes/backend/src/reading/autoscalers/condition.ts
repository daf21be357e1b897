import type { AutoscalerRecord } from '../../fleet/records';
import { counted } from '@sphera/plugin-operations-node';
import { quoted } from '../words';

type Condition = AutoscalerRecord['conditions'][number];

/**
 * Why an autoscaler would scale further but may not, in words.
 * Reasons: kubernetes/pkg/controller/podautoscaler, condition ScalingLimited.
 */
export function limitedBy(autoscaler: AutoscalerRecord): string | undefined {
  const limited = find(autoscaler, 'ScalingLimited');
  if (limited?.status !== 'True') return undefined;
  switch (limited.reason) {
    case 'TooManyReplicas':
      return `The load calls for more than the ${counted(
        autoscaler.max,
        'pod',
      )} that are allowed at most`;
    case 'TooFewReplicas':
      return `The load calls for fewer than the ${counted(
        autoscaler.min,
        'pod',
      )} that are wanted at least`;
    case 'ScaleUpLimit':
      return 'It may not grow faster than it does';
    case 'ScaleDownLimit':
      return 'It may not shrink faster than it does';
    default:
      return `It is limited${quoted(limited.message)}`;
  }
}

/** Why an autoscaler cannot scale at all, in words. Conditions AbleToScale and ScalingActive. */
export function troubleOf(autoscaler: AutoscalerRecord): string | undefined {
  const able = find(autoscaler, 'AbleToScale');
  if (able?.status === 'False') {
    return `It cannot scale: its ${autoscaler.target.kind} ${
      autoscaler.target.name
    } cannot be changed${quoted(able.message)}`;
  }
  const active = find(autoscaler, 'ScalingActive');
  if (active?.status !== 'False') return undefined;
  if (active.reason === 'ScalingDisabled') {
    return 'It rests while no pods are wanted: somebody set them to 0';
  }
  const what = /^FailedGet|^InvalidMetric/.test(active.reason ?? '')
    ? 'the load is not known'
    : 'it is switched off';
  return `It cannot scale: ${what}${quoted(active.message)}`;
}

function find(
  { conditions }: AutoscalerRecord,
  wanted: string,
): Condition | undefined {
  return conditions.find(({ type }) => type === wanted);
}
