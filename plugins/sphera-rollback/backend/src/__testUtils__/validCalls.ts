const service = 'quotes';
const environment = 'production';
const one = { service, environment };
const regions = ['eu-central-1'];
const version = '4.11.7';
const reason = 'prices are wrong';
const promotion = { service, from: 'staging', to: environment };
const id = '00000000-0000-4000-8000-000000000000';
const plan = 'id-of-a-plan';
const page = { limit: 10, cursor: 'YWJj' };
const set = { system: 'selling', environment, at: '2026-11-24T12:00:00Z' };

/** A call that is well formed, with every field that there is, by each operation that only looks. */
export const READS: Record<string, object> = {
  'get-layout': { service },
  'list-versions': { ...one, region: regions[0], ...page },
  'plan-rollback': { ...one, regions, version },
  'plan-roll-forward': { id },
  'get-rollback': { id },
  'list-rollbacks': { ...one, state: 'running', set: id, ...page },
  'plan-rollback-set': set,
  'get-rollback-set': { id },
  'plan-promotion': { ...promotion, version, regions },
};

/** The same of each operation that changes something. */
export const WRITES: Record<string, object> = {
  'start-rollback': { ...one, regions, version, reason, lock: true, plan },
  'cancel-rollback': { id, reason },
  'roll-forward': { id, reason, plan },
  'start-rollback-set': {
    ...set,
    services: [service],
    plans: [plan],
    reason,
    lock: true,
  },
  promote: { ...promotion, version, regions, reason, plan },
};
