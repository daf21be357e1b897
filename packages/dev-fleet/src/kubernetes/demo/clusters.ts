/** A cluster of the demo company. */
export interface DemoCluster {
  name: string;
  environment: string;
  region: string;
  /** Where that is, as people call it. */
  place: string;
  /** Which one gets a new version first: 0, 1, … */
  order: number;
}

const REGIONS: Record<string, [region: string, place: string]> = {
  eu: ['eu-central-1', 'Frankfurt'],
  us: ['us-east-1', 'Virginia'],
  ap: ['ap-southeast-2', 'Sydney'],
};

/** The clusters of the demo company; the portal's configuration names the same. */
export const demoClusters: DemoCluster[] = [
  'staging-eu',
  'staging-us',
  'production-eu',
  'production-us',
  'production-ap',
].map((name, order) => {
  const [environment, short] = name.split('-');
  const [region, place] = REGIONS[short];
  return { name, environment, region, place, order };
});
