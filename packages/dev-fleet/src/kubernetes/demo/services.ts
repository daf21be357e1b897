/** What is deployed of one service of the demo company, everywhere alike. */
export interface DemoService {
  name: string;
  team: string;
  system: string;
  /** Versions that were rolled out, each with how many days ago, the oldest first. */
  versions: Array<[version: string, daysAgo: number]>;
  /** Pods in production; about half of them in staging. */
  replicas: number;
  requests: { cpu: string; memory: string };
  limits: { cpu?: string; memory: string };
  variables?: Record<string, string>;
  /** The most and the fewest pods in production, and the share of the requested CPU that is aimed at. */
  autoscaler?: { least: number; most: number; cpuPercent: number };
  budget?: { minAvailable?: number | string; maxUnavailable?: number | string };
  strategy?: 'Recreate';
  environments?: string[];
  gitOps?: 'argocd' | 'flux';
  sidecar?: string;
}

const oneAway = { maxUnavailable: 1 };

/** The services of the catalog beside this folder. */
export const services: DemoService[] = [
  {
    name: 'quotes',
    team: 'booking',
    system: 'selling',
    versions: [
      ['4.10.3', 41],
      ['4.11.7', 19],
      ['4.12.1', 2.2],
    ],
    replicas: 4,
    requests: { cpu: '250m', memory: '256Mi' },
    limits: { memory: '512Mi' },
    variables: { PRICE_TTL_MINUTES: '30' },
    autoscaler: { least: 3, most: 10, cpuPercent: 65 },
    budget: oneAway,
  },
  {
    name: 'bookings',
    team: 'booking',
    system: 'selling',
    versions: [
      ['7.1.0', 63],
      ['7.2.0', 40],
      ['7.2.1', 33],
      ['7.3.0', 12],
      ['7.3.2', 4.5],
    ],
    replicas: 5,
    requests: { cpu: '500m', memory: '768Mi' },
    limits: { memory: '1Gi' },
    variables: { JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75' },
    autoscaler: { least: 4, most: 12, cpuPercent: 70 },
    budget: { minAvailable: '50%' },
  },
  {
    name: 'booking-web',
    team: 'booking',
    system: 'selling',
    versions: [
      ['2026.11.3', 16],
      ['2026.11.12', 6.1],
    ],
    replicas: 3,
    requests: { cpu: '50m', memory: '64Mi' },
    limits: { memory: '128Mi' },
    budget: oneAway,
  },
  {
    name: 'parcel-tracking',
    team: 'tracking',
    system: 'visibility',
    versions: [
      ['11.4.0', 30],
      ['11.5.2', 8.3],
    ],
    replicas: 6,
    requests: { cpu: '500m', memory: '1Gi' },
    limits: { memory: '2Gi' },
    variables: { SCAN_TOPIC: 'scans.v2', JAVA_TOOL_OPTIONS: '-Xmx1500m' },
    autoscaler: { least: 4, most: 16, cpuPercent: 70 },
    budget: { minAvailable: '60%' },
  },
  {
    name: 'tracking-web',
    team: 'tracking',
    system: 'visibility',
    versions: [
      ['3.3.1', 27],
      ['3.4.0', 9.4],
    ],
    replicas: 3,
    requests: { cpu: '50m', memory: '64Mi' },
    limits: { memory: '128Mi' },
    budget: oneAway,
  },
  {
    name: 'delivery-forecast',
    team: 'tracking',
    system: 'visibility',
    versions: [
      ['0.8.4', 13],
      ['0.9.0', 1.3],
    ],
    replicas: 2,
    requests: { cpu: '1', memory: '2Gi' },
    limits: { cpu: '2', memory: '3Gi' },
    variables: { MODEL_FOLDER: 's3://forecast-models/current' },
    environments: ['staging'],
  },
  {
    name: 'dispatch',
    team: 'delivery',
    system: 'last-mile',
    versions: [
      ['6.2.0', 36],
      ['6.3.0', 11],
    ],
    replicas: 3,
    requests: { cpu: '400m', memory: '512Mi' },
    limits: { memory: '1Gi' },
    variables: { PLAN_AT: '04:30' },
    budget: { minAvailable: '100%' },
  },
  {
    name: 'route-planner',
    team: 'delivery',
    system: 'last-mile',
    versions: [
      ['1.21.4', 22],
      ['1.22.0', 5.8],
    ],
    replicas: 3,
    requests: { cpu: '2', memory: '3Gi' },
    limits: { cpu: '4', memory: '4Gi' },
    variables: { TRAFFIC_MODEL: 'v3', WORKERS: '4' },
    autoscaler: { least: 2, most: 6, cpuPercent: 75 },
    budget: oneAway,
  },
  {
    name: 'courier-web',
    team: 'delivery',
    system: 'last-mile',
    versions: [
      ['5.0.9', 17],
      ['5.1.0', 3.6],
    ],
    replicas: 2,
    requests: { cpu: '50m', memory: '64Mi' },
    limits: { memory: '128Mi' },
  },
  {
    name: 'depot-labels',
    team: 'delivery',
    system: 'last-mile',
    versions: [['1.9.13', 412]],
    replicas: 1,
    requests: { cpu: '200m', memory: '512Mi' },
    limits: { memory: '512Mi' },
    strategy: 'Recreate',
    environments: ['production'],
  },
  {
    name: 'payments',
    team: 'payments',
    system: 'billing',
    versions: [
      ['2.29.0', 48],
      ['2.30.4', 20.4],
    ],
    replicas: 4,
    requests: { cpu: '300m', memory: '256Mi' },
    limits: { memory: '512Mi' },
    variables: { ACQUIRER_TIMEOUT_MS: '4000' },
    autoscaler: { least: 3, most: 9, cpuPercent: 60 },
    budget: { minAvailable: 2 },
    gitOps: 'argocd',
    sidecar: 'envoy:1.33.2',
  },
  {
    name: 'invoices',
    team: 'payments',
    system: 'billing',
    versions: [
      ['3.7.2', 25],
      ['3.8.0', 7.7],
    ],
    replicas: 3,
    requests: { cpu: '250m', memory: '512Mi' },
    limits: { memory: '1Gi' },
    autoscaler: { least: 2, most: 5, cpuPercent: 70 },
    budget: oneAway,
    gitOps: 'flux',
  },
];
