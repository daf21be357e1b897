import type { ServiceLink } from '@sphera/plugin-services-common';

/** Links of each kind: of the service, of an environment, of a region, and one that is not set up. */
export const links: ServiceLink[] = [
  {
    id: 'source',
    title: 'GitHub',
    icon: 'github',
    group: 'Code',
    url: 'https://code.example/payments',
  },
  {
    id: 'on-call',
    title: 'PagerDuty',
    icon: 'pagerduty',
    lacks: 'Payments has no annotation pagerduty.com/service-id',
  },
  {
    id: 'metrics',
    title: 'Datadog',
    icon: 'datadog',
    url: 'https://metrics.example/staging',
    environment: 'staging',
  },
  {
    id: 'metrics',
    title: 'Datadog',
    icon: 'datadog',
    url: 'https://metrics.example/production',
    environment: 'production',
  },
  {
    id: 'gitops',
    title: 'Argo CD',
    icon: 'argocd',
    url: 'https://gitops.example/eu',
    environment: 'production',
    region: 'eu-central-1',
  },
];
