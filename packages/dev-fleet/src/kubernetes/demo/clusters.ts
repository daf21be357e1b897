/** A cluster of the demo company. */
export interface DemoCluster {
  name: string;
  environment: string;
  /** Which one gets a new version first: 0, 1, … */
  order: number;
}

/** The clusters of the demo company; the portal's configuration names the same. */
export const demoClusters: DemoCluster[] = [
  'staging-eu',
  'staging-us',
  'production-eu',
  'production-us',
  'production-ap',
].map((name, order) => ({ name, environment: name.split('-')[0], order }));
