/** A change that somebody of the demo company would like to have merged. */
export interface Proposal {
  /** Name of the service. */
  service: string;
  branch: string;
  title: string;
  body: string;
  /** Name of a person. */
  author: string;
  files: Record<string, string>;
  daysAgo: number;
  /** Whether its tests do not like it. */
  isBroken?: boolean;
}

/** What is open in the repositories of the demo company, the oldest first of each. */
export const proposals: Proposal[] = [
  {
    service: 'quotes',
    branch: 'islands',
    title: 'Charge more for islands without a bridge',
    body: 'Ferries cost us more than the zone says. The nightly comparison lists 212 routes that change.',
    author: 'mei',
    files: { 'zones/islands.csv': 'Helgoland,4.90\nAmrum,3.20\n' },
    daysAgo: 3.4,
  },
  {
    service: 'quotes',
    branch: 'whole-cents',
    title: 'Round prices to whole cents once, at the end',
    body: 'Some parcels cost a cent more on the bill than on the page.',
    author: 'jonas',
    files: { 'rounding.txt': 'half even, of the sum\n' },
    daysAgo: 0.6,
  },
  {
    service: 'parcel-tracking',
    branch: 'scans-at-the-door',
    title: 'Tell scans at the door from scans in a depot',
    body: 'Customers read "arrived" while their parcel was still in the depot.',
    author: 'priya',
    files: { 'scans/places.txt': 'depot\ndoor\n' },
    daysAgo: 1.2,
  },
  {
    service: 'dispatch',
    branch: 'ill-couriers',
    title: 'Plan again when a courier falls ill',
    body: 'The tour is split among those nearby. Off until the flag is on.',
    author: 'sofia',
    files: { 'planning/again.txt': 'split among the three nearest\n' },
    daysAgo: 2.1,
  },
  {
    service: 'dispatch',
    branch: 'planner-2',
    title: 'Ask the second version of the route planner',
    body: 'Still fails where a tour has no stops.',
    author: 'tomasz',
    files: { 'planning/planner.txt': 'v2\n' },
    daysAgo: 0.9,
    isBroken: true,
  },
];
