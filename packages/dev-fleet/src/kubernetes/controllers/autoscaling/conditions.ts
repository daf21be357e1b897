import type { Condition } from '../../objects';

/** A condition of an autoscaler, without its time. */
export type Saying = Omit<Condition, 'lastTransitionTime'>;

const say = (
  type: string,
  isTrue: boolean,
  reason: string,
  message: string,
): Saying => ({ type, status: isTrue ? 'True' : 'False', reason, message });

/** What an autoscaler says of itself, in the words of the real controller (pkg/controller/podautoscaler/horizontal.go). */
export const sayings = {
  noTarget: (name: string) =>
    say(
      'AbleToScale',
      false,
      'FailedGetScale',
      `the HPA controller was unable to get the target's current scale: deployments.apps "${name}" not found`,
    ),
  gotScale: say(
    'AbleToScale',
    true,
    'SucceededGetScale',
    "the HPA controller was able to get the target's current scale",
  ),
  disabled: say(
    'ScalingActive',
    false,
    'ScalingDisabled',
    'scaling is disabled since the replica count of the target is zero',
  ),
  refused: (why: string) =>
    say(
      'AbleToScale',
      false,
      'FailedUpdateScale',
      `the HPA controller was unable to update the target scale: ${why}`,
    ),
  rescaled: (replicas: number) =>
    say(
      'AbleToScale',
      true,
      'SucceededRescale',
      `the HPA controller was able to update the target scale to ${replicas}`,
    ),
  stabilized: say(
    'AbleToScale',
    true,
    'ScaleDownStabilized',
    'recent recommendations were higher than current one, applying the highest recent recommendation',
  ),
  ready: say(
    'AbleToScale',
    true,
    'ReadyForNewScale',
    'recommended size matches current size',
  ),
  measured: say(
    'ScalingActive',
    true,
    'ValidMetricFound',
    'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
  ),
  notMeasured: say(
    'ScalingActive',
    false,
    'FailedGetResourceMetric',
    'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
  ),
  limited: (isLimited: boolean, reason: string, message: string) =>
    say('ScalingLimited', isLimited, reason, message),
};
