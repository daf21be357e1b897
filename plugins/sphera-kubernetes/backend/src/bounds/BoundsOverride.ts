import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import type { Target } from '@sphera/plugin-operations-common';
import type { Bounds } from '../adapters/ClusterClient';
import type { ObjectPlace } from '../reading/find';
import { toMoment } from '../reading/place';

/**
 * How bounds that were set through the portal stopped being wanted: `replaced` others were set through
 * the portal; `restored` they fell back; `left-alone` their time was up, but somebody
 * had changed them in the cluster; `gone` there is no such autoscaler any more.
 */
export type BoundsEnd = 'replaced' | 'restored' | 'left-alone' | 'gone';

/** What is to be done with bounds that stand: find out whether they arrived, let them fall back. */
export type BoundsDeed = 'settle' | 'restore';

/** Bounds that somebody set through the portal. Moments in milliseconds since 1970. */
export interface BoundsOverride extends ObjectPlace, Required<Target> {
  id: string;
  setBy: string;
  setAt: number;
  reason: string;
  /** What the cluster had before. */
  from: Bounds;
  to: Bounds;
  /** What they fall back to when their time is up. */
  fallBackTo: Bounds;
  /** Absent: for good. */
  expiresAt?: number;
  /** Until when the cluster may answer whether it has them. Absent: it has. */
  answerBy?: number;
  /** Id of the bounds that stood before. */
  replaces?: string;
  /** How often somebody tried what is to be done with them. */
  attempts: number;
  ended?: { how: BoundsEnd; sentence: string; at: number };
}

/** `3–9` */
export const inWords = ({ minReplicas, maxReplicas }: Bounds): string =>
  `${minReplicas}–${maxReplicas}`;

/** Whether it is known that the cluster got them. */
export const isSettled = ({ answerBy }: BoundsOverride): boolean =>
  answerBy === undefined;

/** What is to be done with bounds next, and when; nothing with those that hold for good. */
export function nextDeed({
  answerBy,
  expiresAt,
}: BoundsOverride): { deed: BoundsDeed; at: number } | undefined {
  if (answerBy !== undefined) return { deed: 'settle', at: answerBy };
  if (expiresAt !== undefined) return { deed: 'restore', at: expiresAt };
  return undefined;
}

/** Bounds that stand, as answers have them. */
export function toOverride(
  bounds: BoundsOverride,
): NonNullable<Autoscaler['override']> {
  const { setBy, setAt, reason, to, fallBackTo, expiresAt } = bounds;
  return {
    setBy,
    setAt: toMoment(setAt),
    reason,
    ...to,
    fallBackTo,
    ...(expiresAt !== undefined && { expiresAt: toMoment(expiresAt) }),
  };
}
