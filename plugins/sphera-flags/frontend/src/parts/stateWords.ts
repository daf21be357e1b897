import type { CellState } from '@sphera/plugin-flags-common';

/** How a flag stands in a cluster, in words. */
export const STATE_WORDS: Record<CellState, string> = {
  'in-step': 'in step',
  queued: 'queued',
  'on-its-way': 'on its way',
  refused: 'refused',
  silent: 'silent',
  changed: 'changed there',
  absent: 'not there',
};

/** What a state means, for who points at it. */
export const STATE_MEANINGS: Record<CellState, string> = {
  'in-step': 'The cluster has what is wanted',
  queued: 'Accepted, and waits for Kafka',
  'on-its-way': 'Sent; the cluster has not answered yet',
  refused: 'The cluster refused it',
  silent: 'Nothing was heard of the cluster for too long',
  changed: 'The cluster has something else than it was told to',
  absent: 'Not wanted there, and not there',
};

/** States about which somebody may want to do something, the most urgent first. */
export const NOTABLE_STATES = [
  'refused',
  'changed',
  'silent',
  'queued',
  'on-its-way',
] as const;
export type NotableState = (typeof NOTABLE_STATES)[number];

/** Whether a state is worth a mark in a list: all but those that are as they should be. */
export function isNotable(state: CellState): state is NotableState {
  return (NOTABLE_STATES as readonly string[]).includes(state);
}
