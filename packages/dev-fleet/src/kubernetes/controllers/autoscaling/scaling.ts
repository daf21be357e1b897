/** How far the load may be off its target without anything being done: `--horizontal-pod-autoscaler-tolerance`. */
const TOLERANCE = 0.1;

/** How many pods a load calls for (docs: "Algorithm details" of horizontal pod autoscaling). */
export function wantedReplicas(
  current: number,
  /** What is used now, and what should be, in the same unit. */
  metrics: Array<{ current: number; target: number }>,
): number {
  const calls = metrics.map(metric => {
    const ratio = metric.current / metric.target;
    return Math.abs(ratio - 1) <= TOLERANCE
      ? current
      : Math.ceil(current * ratio);
  });
  return Math.max(...calls);
}

/** A count within bounds, with the reason and the sentence of the `ScalingLimited` condition. */
export function limited(
  wanted: number,
  { least, most }: { least: number; most: number },
): { replicas: number; limited: boolean; reason: string; message: string } {
  if (wanted > most) {
    return {
      replicas: most,
      limited: true,
      reason: 'TooManyReplicas',
      message:
        'the desired replica count is more than the maximum replica count',
    };
  }
  if (wanted < least) {
    return {
      replicas: least,
      limited: true,
      reason: 'TooFewReplicas',
      message:
        'the desired replica count is less than the minimum replica count',
    };
  }
  return {
    replicas: wanted,
    limited: false,
    reason: 'DesiredWithinRange',
    message: 'the desired count is within the acceptable range',
  };
}
