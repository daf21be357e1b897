import type { DemoService } from './services';

/** What a service has in one place that it has not elsewhere. */
export interface Difference {
  service: string;
  /** A cluster, or an environment. */
  where: string;
  /** For people who look for it on the pages. */
  why: string;
  change(service: DemoService): DemoService & { isStuck?: boolean };
}

const minutes = (count: number) => count / 60 / 24;

/** Drift and trouble on purpose: each kind that the portal can show is somewhere. */
export const differences: Difference[] = [
  {
    service: 'quotes',
    where: 'production-us',
    why: 'one cluster still runs the version before',
    change: service => ({ ...service, versions: service.versions.slice(0, 2) }),
  },
  {
    service: 'payments',
    where: 'staging',
    why: 'production has been behind staging for days',
    change: service => ({
      ...service,
      versions: [...service.versions, ['2.31.0', 6.2]],
    }),
  },
  {
    service: 'invoices',
    where: 'production-us',
    why: 'more pods than its autoscaler may run, which is not let to scale',
    change: service => ({ ...service, replicas: 7 }),
  },
  {
    service: 'parcel-tracking',
    where: 'production-ap',
    why: 'less memory than in the other clusters, and an autoscaler at its limit',
    change: service => ({
      ...service,
      limits: { memory: '1536Mi' },
      autoscaler: { least: 4, most: 6, cpuPercent: 70 },
    }),
  },
  {
    service: 'route-planner',
    where: 'production-eu',
    why: 'an environment variable differs',
    change: service => ({
      ...service,
      variables: { ...service.variables, TRAFFIC_MODEL: 'v4-preview' },
    }),
  },
  {
    service: 'tracking-web',
    where: 'staging-eu',
    why: 'a new version that crashes while it starts',
    change: service => ({
      ...service,
      versions: [...service.versions, ['3.5.0-crashfix.1', minutes(47)]],
      isStuck: true,
    }),
  },
  {
    service: 'dispatch',
    where: 'production-us',
    why: 'a new version whose image was never pushed',
    change: service => ({
      ...service,
      versions: [...service.versions, ['6.4.0-missing-scans', minutes(26)]],
      isStuck: true,
    }),
  },
];
