import type { FlagChange } from '@sphera/plugin-flags-common';
import { countOf, elapsedInWords } from '@sphera/plugin-operations-react';

type Followed = FlagChange['clusters'][number];

/** How far clusters followed a change. */
export type FollowState = 'followed' | 'refused' | 'waiting' | 'overtaken';

/** How far one of them did. */
export function followStateOf(one: Followed): FollowState {
  if (one.refusal !== undefined) return 'refused';
  if (one.answeredAt !== undefined) return 'followed';
  return one.isOvertaken ? 'overtaken' : 'waiting';
}

/** Milliseconds from a change to the answer of a cluster; undefined where there is none. */
export function answeredAfter(
  change: Pick<FlagChange, 'at'>,
  { answeredAt }: Followed,
): number | undefined {
  if (answeredAt === undefined) return undefined;
  return Math.max(0, Date.parse(answeredAt) - Date.parse(change.at));
}

/** How long something took, as short as it stays clear; undefined: not over yet. */
export function soonInWords(milliseconds: number): string {
  return milliseconds < 1_000 ? 'a second' : elapsedInWords(milliseconds);
}

/** How far all of them followed: `All 5 clusters followed within 2 s`; empty where the change reaches no cluster. */
export function followingInWords(change: FlagChange): string {
  const { clusters } = change;
  if (clusters.length === 0) return '';
  const count = (state: FollowState) =>
    clusters.filter(one => followStateOf(one) === state).length;
  const followed = count('followed');
  if (followed === clusters.length) {
    const last = Math.max(
      ...clusters.map(one => answeredAfter(change, one) ?? 0),
    );
    const all =
      followed === 1
        ? 'The one cluster'
        : `All ${countOf(followed, 'cluster', 'clusters')}`;
    return `${all} followed within ${soonInWords(last)}`;
  }
  const odd: Array<[number, string]> = [
    [count('refused'), 'refused'],
    [count('waiting'), 'not yet'],
    [count('overtaken'), 'overtaken by a later change'],
  ];
  return [
    `${followed.toLocaleString('en')} of ${countOf(
      clusters.length,
      'cluster',
      'clusters',
    )} followed`,
    ...odd
      .filter(([many]) => many > 0)
      .map(([many, words]) => `${many.toLocaleString('en')} ${words}`),
  ].join(', ');
}
