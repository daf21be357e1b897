/** A version that ran before those that clusters remember. */
export interface OlderVersion {
  version: string;
  daysAgo: number;
  /** An environment or a cluster; absent: everywhere. */
  where?: string;
}

const of = (
  ...versions: Array<[version: string, daysAgo: number, where?: string]>
): OlderVersion[] =>
  versions.map(([version, daysAgo, where]) => ({ version, daysAgo, where }));

/** What ran of each service before its versions in the clusters, and what did not stay; in any order. */
export const olderVersions: Record<string, OlderVersion[]> = {
  quotes: of(
    ['4.5.0', 141],
    ['4.6.0', 126],
    ['4.6.2', 118],
    ['4.7.0', 104],
    ['4.8.0', 90],
    ['4.8.1', 86],
    ['4.9.0', 71],
    ['4.10.0', 55, 'staging'],
    ['4.10.2', 50],
    ['4.11.4', 26, 'staging'],
    ['4.12.0', 4.1, 'staging'],
  ),
  bookings: of(
    ['6.4.0', 148],
    ['6.5.0', 131],
    ['6.5.3', 119],
    ['6.6.0', 101],
    ['6.6.1', 94],
    ['7.0.0', 80],
    ['7.0.4', 73],
  ),
  'booking-web': of(
    ['2026.7.8', 138],
    ['2026.7.22', 124],
    ['2026.8.5', 110],
    ['2026.8.26', 89],
    ['2026.9.9', 75],
    ['2026.9.23', 61],
    ['2026.10.7', 47],
    ['2026.10.14', 40],
    ['2026.10.28', 27],
  ),
  'parcel-tracking': of(
    ['10.8.0', 139],
    ['10.9.1', 122],
    ['11.0.0', 97],
    ['11.1.0', 83],
    ['11.2.3', 66],
    ['11.3.0', 48],
    ['11.5.0', 17.2],
  ),
  'tracking-web': of(
    ['3.0.2', 133],
    ['3.1.0', 109],
    ['3.1.1', 105],
    ['3.2.0', 78],
    ['3.2.4', 52],
    ['3.3.0', 38],
  ),
  'delivery-forecast': of(
    ['0.5.0', 88],
    ['0.6.0', 63],
    ['0.7.0', 44],
    ['0.7.2', 31],
    ['0.8.0', 20],
  ),
  dispatch: of(
    ['5.7.0', 143],
    ['5.8.0', 121],
    ['5.9.2', 99],
    ['6.0.0', 79],
    ['6.0.1', 77],
    ['6.1.0', 57],
  ),
  'route-planner': of(
    ['1.16.0', 136],
    ['1.17.0', 113],
    ['1.18.2', 92],
    ['1.19.0', 74],
    ['1.20.0', 56],
    ['1.21.0', 37],
    ['1.21.3', 29],
  ),
  'courier-web': of(
    ['4.6.0', 128],
    ['4.7.1', 102],
    ['4.8.0', 76],
    ['5.0.0', 49],
    ['5.0.6', 33],
  ),
  'depot-labels': of(['1.9.11', 690], ['1.9.12', 533]),
  payments: of(
    ['2.21.0', 147],
    ['2.22.0', 129],
    ['2.23.1', 116],
    ['2.24.0', 100],
    ['2.25.0', 87],
    ['2.26.2', 72],
    ['2.27.0', 60],
    ['2.28.0', 53],
  ),
  invoices: of(
    ['3.1.0', 140],
    ['3.2.0', 112],
    ['3.3.1', 93],
    ['3.4.0', 76],
    ['3.5.0', 58],
    ['3.6.0', 46],
    ['3.7.0', 32],
  ),
};

/** Versions that changed a database for good: by service and version, what. */
export const migrations: Record<string, Record<string, string>> = {
  bookings: {
    '7.3.0':
      'pick-up slots moved to a table of their own; before 7.3.0 nothing finds them',
  },
};

/** A version that was taken back on the same day. */
export const takenBack = {
  service: 'parcel-tracking',
  environment: 'production',
  from: '11.5.0',
  to: '11.4.0',
  /** How long it ran, in hours. */
  after: 2.6,
  rollback: 'd41f7c52-6a0b-4c1e-9b3f-2f8e5a7c9d10',
  reason: 'Scans of depot 12 are counted twice since 11.5.0',
  by: 'priya',
};
