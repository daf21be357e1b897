import type { Rings, Rollout } from '@sphera/plugin-flags-common';
import { dana, hoursAgo, quotes } from './answers';

/** One canary, then the rest of staging, then production. */
export function rings(fields: Partial<Rings> = {}): Rings {
  return {
    rings: [
      { name: 'canary', clusters: ['staging-eu'] },
      { name: 'staging', clusters: ['staging-us'] },
      {
        name: 'production',
        clusters: ['production-eu', 'production-us', 'production-ap'],
      },
    ],
    soak: 'PT10M',
    ...fields,
  };
}

type Ring = Rollout['rings'][number];

/** A ring whose clusters all stand the same. */
export function ring(
  name: string,
  state: Ring['state'],
  clusterState: Ring['clusters'][number]['state'],
  fields: Partial<Ring> = {},
): Ring {
  const { clusters = [] } = rings().rings.find(one => one.name === name) ?? {};
  return {
    name,
    state,
    clusters: clusters.map(cluster => ({ cluster, state: clusterState })),
    ...fields,
  };
}

/** A roll-out whose first ring is done and whose second one soaks. */
export function rollout(fields: Partial<Rollout> = {}): Rollout {
  return {
    id: 'rollout-1',
    flag: 'new-checkout',
    service: quotes,
    state: 'running',
    sentence: 'The ring staging soaks until 12:10',
    value: '25 % on',
    reason: 'it pays well on the test shop',
    startedBy: dana,
    startedAt: hoursAgo(1),
    soak: 'PT10M',
    rings: [
      ring('canary', 'done', 'acknowledged', { sentAt: hoursAgo(1) }),
      ring('staging', 'soaking', 'acknowledged', {
        sentAt: hoursAgo(0.5),
        soaksUntil: hoursAgo(-0.1),
      }),
      ring('production', 'waiting', 'waiting'),
    ],
    ...fields,
  };
}
