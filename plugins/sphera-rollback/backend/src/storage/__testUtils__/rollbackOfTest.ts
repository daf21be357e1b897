import { STEPS } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../../running/KeptRollback';

/** When rollbacks of tests are asked for. */
export const NOON = Date.parse('2026-11-24T12:00:00.123Z');

/** A rollback of quotes in production that has just been asked for. */
export const rollbackOfTest = (
  id: string,
  more: Partial<KeptRollback> = {},
): KeptRollback => ({
  id,
  kind: 'rollback',
  service: 'component:default/quotes',
  environment: 'production',
  regions: ['eu'],
  version: '4.11.7',
  from: '4.12.1',
  reason: 'naïve 🚒 "quoted" \\ text\nof two lines',
  startedBy: 'user:default/dana',
  author: { name: 'Dana Okafor', email: 'dana@kestrel-parcels.example' },
  startedAt: NOON,
  state: 'running',
  sentence: 'It is about to begin',
  steps: STEPS.map(name => ({ name, state: 'waiting' })),
  files: [],
  clusters: [],
  commits: [],
  lock: { isWanted: true },
  canStop: true,
  isNotified: false,
  ...more,
});
