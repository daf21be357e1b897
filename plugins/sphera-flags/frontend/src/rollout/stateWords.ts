import type { Rollout, RolloutState } from '@sphera/plugin-flags-common';
import type { CellState } from '@sphera/plugin-flags-common';
import type { TrackState } from '@sphera/plugin-operations-react';

/** One ring of a roll-out. */
export type Ring = Rollout['rings'][number];
/** How a cluster of a ring stands. */
export type RingCluster = Ring['clusters'][number];

/** How a roll-out stands, in words. */
export const ROLLOUT_WORDS: Record<RolloutState, string> = {
  running: 'under way',
  paused: 'paused',
  stopped: 'stopped by itself',
  done: 'done',
  aborted: 'aborted',
};

/** Whether a roll-out has come to its end. */
export function isOver({ state }: Pick<Rollout, 'state'>): boolean {
  return state === 'done' || state === 'aborted';
}

const RING_WORDS: Record<Ring['state'], string> = {
  waiting: 'waits',
  sent: 'sent',
  soaking: 'is watched',
  done: 'done',
};

/** How a ring stands, in words. */
export function ringInWords(ring: Ring, rollout: Rollout): string {
  if (rollout.state === 'aborted') {
    return ring.sentAt ? 'was reached' : 'was not reached';
  }
  return trackStateOf(ring, rollout) === 'failed'
    ? 'held up'
    : RING_WORDS[ring.state];
}

/** A cluster of a ring stands as cells do, but for one that waits for its ring. */
export const CELL_OF: Record<
  Exclude<RingCluster['state'], 'waiting'>,
  CellState
> = {
  queued: 'queued',
  'on-its-way': 'on-its-way',
  acknowledged: 'in-step',
  refused: 'refused',
  silent: 'silent',
};

/** How far a ring is, for the track: one with a cluster that refused, or that held a roll-out up, has failed. */
export function trackStateOf(ring: Ring, rollout: Rollout): TrackState {
  // How its clusters stand since is not of it any more.
  if (rollout.state === 'aborted') return 'skipped';
  if (rollout.state === 'done') return ring.sentAt ? 'done' : 'skipped';
  const isHeldUp = ring.clusters.some(
    ({ state }) =>
      state === 'refused' ||
      (state === 'silent' && rollout.state === 'stopped'),
  );
  if (isHeldUp) return 'failed';
  switch (ring.state) {
    case 'waiting':
      return 'waiting';
    case 'sent':
      return 'running';
    case 'soaking':
      return 'resting';
    default:
      return 'done';
  }
}
