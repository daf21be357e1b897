import type { Promotion, PromotionPlan } from '@sphera/plugin-rollback-common';
import { quotes } from './answers';

const DIFF =
  '--- a/quotes.yaml\n+++ b/quotes.yaml\n@@ -1,2 +1,2 @@\n image:\n-  tag: 1.3.0\n+  tag: 1.4.0\n';

const file = {
  repository: 'deployments',
  path: 'services/quotes/production/eu.yaml',
  regions: ['eu'],
  from: '1.3.0',
  to: '1.4.0',
  diff: DIFF,
} as PromotionPlan['files'][number];

/** What promoting 1.4.0 to production would change: one file, two clusters. */
export function promotionPlan(
  fields: Partial<PromotionPlan> = {},
): PromotionPlan {
  return {
    id: 'plan-1',
    service: quotes,
    from: 'staging',
    to: 'production',
    version: '1.4.0',
    regions: ['eu'],
    files: [file],
    clusters: [
      { cluster: 'production-eu', region: 'eu', version: '1.3.0', pods: 2 },
      { cluster: 'production-us', region: 'us', version: '1.3.0', pods: 2 },
    ],
    locks: [],
    image: 'there',
    way: 'push',
    warnings: [],
    obstacles: [],
    ...fields,
  } as PromotionPlan;
}

/** A promotion whose commit is pushed. */
export function promotion(fields: Partial<Promotion> = {}): Promotion {
  return {
    service: quotes,
    from: 'staging',
    to: 'production',
    version: '1.4.0',
    files: [file],
    clusters: [],
    commits: [
      {
        repository: 'deployments',
        hash: '3f2a91c0123456789',
        url: 'https://git.example/commit/3f2a91c',
      },
    ],
    sentence: '1.4.0 is to run in production',
    ...fields,
  };
}
