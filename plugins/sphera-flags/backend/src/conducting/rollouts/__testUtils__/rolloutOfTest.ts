import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { KeptCell, KeptRollout } from '../../../storage/Kept';

/** When the roll-out of a test began. */
export const START = Date.UTC(2026, 10, 24, 3);
export const MINUTE = 60_000;

/** What becomes of the flag, and what it was. */
export const ON: FlagDefinition = {
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'on',
};
export const OFF: FlagDefinition = { ...ON, defaultVariant: 'off' };

type Ring = KeptRollout['rings'][number];

/** A ring of these clusters; sent ones carry revision 2. */
export function ringOf(
  name: string,
  clusters: string[],
  more: Partial<Ring> = {},
): Ring {
  const revision = more.sentAt === undefined ? {} : { revision: 2 };
  return {
    name,
    clusters: clusters.map(cluster => ({
      cluster,
      definition: ON,
      before: OFF,
      ...revision,
    })),
    ...more,
  };
}

/** A roll-out that is under way, with ten minutes of soak. */
export function rolloutOf(
  rings: Ring[],
  more: Partial<KeptRollout> = {},
): KeptRollout {
  return {
    id: '7d2b1f6a-0c58-4a5c-9f39-0d6a5d2c1b11',
    flag: 'new-checkout',
    service: 'component:default/quotes',
    state: 'running',
    sentence: 'It begins',
    reason: 'a test',
    startedBy: 'user:default/dana',
    startedAt: START,
    soakMs: 10 * MINUTE,
    version: 1,
    rings,
    ...more,
  };
}

/** What is kept of a cluster that was sent revision 2. */
export function cellOf(
  cluster: string,
  {
    revision = 2,
    answer,
  }: {
    revision?: number;
    answer?: KeptCell['answer'];
  } = {},
): KeptCell {
  return {
    flag: 'new-checkout',
    cluster,
    wanted: {
      revision,
      definition: ON,
      fingerprint: 'of-on',
      change: '0f0e7c0e-5f1c-4f5e-8f3e-2f6a0f1f3c77',
      at: START,
    },
    answer,
    resends: 0,
    resendAt: 0,
    updatedAt: START,
  };
}

export const acknowledged = (at: number): KeptCell['answer'] => ({
  outcome: 'acknowledged',
  at,
});
export const refused = (at: number, reason: string): KeptCell['answer'] => ({
  outcome: 'refused',
  reason,
  at,
});
