const flag = 'new-checkout';
const reason = 'a test';
const id = '00000000-0000-4000-8000-000000000000';
const variants = { on: true, off: false };
const targeting = { if: [true, 'on', 'off'] };
const definition = {
  state: 'ENABLED',
  variants,
  defaultVariant: 'off',
  targeting,
  percentages: { on: 25, off: 75 },
};
const about = {
  description: 'The new way to pay',
  purpose: 'release',
  owner: 'group:default/booking',
  endsOn: '2027-03-31',
};
const clusters = ['staging-eu'];

/** A call that is well formed, with every field that there is, by each operation that acts. */
export const CALLS: Record<string, Record<string, unknown>> = {
  'create-flag': {
    flag,
    service: 'quotes',
    type: 'boolean',
    ...definition,
    ...about,
    clusters,
    reason,
  },
  'set-flag': {
    flag,
    clusters,
    rings: ['staging'],
    environments: ['staging'],
    ...definition,
    about,
    seen: { 'staging-eu': 1 },
    reason,
  },
  'retire-flag': { flag, reason },
  'kill-flag': { flag, reason },
  'restore-flag': { flag, change: id, clusters, reason },
  'mend-drift': { flag, cluster: clusters[0], reason },
  'start-rollout': {
    flag,
    ...definition,
    rings: ['staging', { name: 'own', clusters }],
    soak: 'PT10M',
    reason,
  },
  'pause-rollout': { id, reason },
  'resume-rollout': { id, reason },
  'abort-rollout': { id, reason },
  'claim-flag-namespace': { service: 'quotes', reason },
  'release-flag-namespace': { service: 'quotes', reason },
};
