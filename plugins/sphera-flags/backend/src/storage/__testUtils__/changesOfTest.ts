import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { NewChange } from '../FlagStore';
import type { KeptFlag, KeptRollout, KeptStep } from '../Kept';

/** When things of tests happen. */
export const NOON = Date.parse('2026-11-28T12:00:00.123Z');
export const FLAG = 'new-checkout';
export const CLUSTERS = ['production-eu', 'production-us', 'staging-eu'];

/** A boolean flag that answers everybody alike. */
export const bool = (
  defaultVariant: 'on' | 'off',
  more: Partial<FlagDefinition> = {},
): FlagDefinition => ({
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant,
  ...more,
});

export const ON = bool('on');
export const OFF = bool('off');

export const flagOfTest = (more: Partial<KeptFlag> = {}): KeptFlag => ({
  flag: FLAG,
  service: 'component:default/payments',
  type: 'boolean',
  createdAt: NOON,
  createdBy: 'user:default/dana',
  changedAt: NOON,
  changedBy: 'user:default/dana',
  ...more,
});

let count = 0;

/** A change of a flag that is there, in some clusters. */
export function changeOfTest(
  definition: FlagDefinition | null,
  {
    at = NOON,
    clusters = CLUSTERS,
    flag = {},
    kind = 'set',
    id = `change-${++count}`,
    ...more
  }: {
    at?: number;
    clusters?: string[];
    flag?: Partial<KeptFlag>;
    kind?: NewChange['change']['kind'];
    id?: string;
  } & Partial<Omit<NewChange, 'flag' | 'change'>> = {},
): NewChange {
  const kept = flagOfTest(flag);
  return {
    change: {
      id,
      flag: kept.flag,
      service: kept.service,
      kind,
      at,
      by: 'user:default/dana',
      reason: 'naïve 🚒 "quoted" \\ text',
      sentence: 'on in 3 clusters',
    },
    wishes: clusters.map(cluster => ({ cluster, definition })),
    flag: kept,
    flagMust: 'exist',
    ...more,
  };
}

/** The change that makes a flag. */
export const creationOfTest = (
  definition: FlagDefinition,
  options: Parameters<typeof changeOfTest>[1] = {},
): NewChange => ({
  ...changeOfTest(definition, { kind: 'create', ...options }),
  flagMust: 'be new',
});

/** The steps that were written; fails where it was a conflict. */
export function steps(written: unknown): KeptStep[] {
  expect(Array.isArray(written) ? 'written' : written).toBe('written');
  return written as KeptStep[];
}

export const rolloutOfTest = (
  more: Partial<KeptRollout> = {},
): KeptRollout => ({
  id: 'a-rollout',
  flag: FLAG,
  service: 'component:default/payments',
  state: 'running',
  sentence: 'About to begin',
  reason: 'it was tried 🚒',
  startedBy: 'user:default/dana',
  startedAt: NOON,
  soakMs: 600_000,
  rings: [
    {
      name: 'canary',
      clusters: [{ cluster: 'staging-eu', definition: ON, before: OFF }],
    },
    {
      name: 'all',
      clusters: [
        { cluster: 'production-eu', definition: ON, before: OFF },
        { cluster: 'production-us', definition: ON, before: null },
      ],
    },
  ],
  version: 1,
  ...more,
});
