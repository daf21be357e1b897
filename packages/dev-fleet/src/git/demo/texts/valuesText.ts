import type { DemoCluster } from '../../../kubernetes/demo/clusters';
import type { DemoService } from '../../../kubernetes/demo/services';
import { REGISTRY } from '../../../kubernetes/demo/workload';
import type { FileState } from '../DemoFile';

/** How each service has its tag; what is not here has it plain. */
const QUOTED: Record<string, (tag: string) => string> = {
  bookings: tag => `&version "${tag}"`,
  'booking-web': tag => `'${tag}'`,
};

/** Files that somebody's editor writes with the line endings of Windows. */
const WITH_CARRIAGE_RETURNS = ['booking-web'];

/** Helm values of a service in one region. */
export function valuesText(
  { name, requests, variables = {}, autoscaler }: DemoService,
  { environment, region, place }: DemoCluster,
  { version, replicas, memory, logLevel, note }: FileState,
): string {
  const tag = (QUOTED[name] ?? String)(version);
  const lines = [
    `# ${name} in ${environment}, ${place}. The chart: booking/charts/service`,
    ...(note ? [`# ${note}`] : []),
    '',
    'image:',
    `  repository: ${REGISTRY}/${name}`,
    `  tag: ${tag} # the pipeline sets this`,
    '  pullPolicy: IfNotPresent',
    '',
    `replicaCount: ${replicas}`,
    'resources:',
    '  requests:',
    `    cpu: ${requests.cpu}`,
    `    memory: ${requests.memory}`,
    '  limits:',
    `    memory: ${memory}`,
    '',
    'env:',
    `  LOG_LEVEL: ${logLevel}`,
    `  REGION: ${region}`,
    ...Object.entries(variables).map(
      ([key, value]) => `  ${key}: ${JSON.stringify(value)}`,
    ),
    ...(name === 'bookings'
      ? [
          '',
          '# Shown at /about; the same as the image.',
          'about:',
          '  version: *version',
        ]
      : []),
    ...(autoscaler
      ? [
          '',
          'autoscaling:',
          '  enabled: true',
          `  targetCPUUtilizationPercentage: ${autoscaler.cpuPercent}`,
        ]
      : []),
    '',
  ];
  return lines.join(WITH_CARRIAGE_RETURNS.includes(name) ? '\r\n' : '\n');
}
