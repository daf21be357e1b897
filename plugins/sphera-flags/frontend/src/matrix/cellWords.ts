import type { CellGroup } from '@sphera/plugin-flags-common';
import { isGone, type Value } from '../parts/FlagValue';
import { isNotable, STATE_WORDS } from '../parts/stateWords';
import { type CellSum, differingOf, wantedOf } from './rowCells';

/** A cell in words: `new-checkout in production-us: on, changed there, has off`. */
export function cellInWords(
  flag: string,
  where: string,
  group: CellGroup | undefined,
): string {
  const has = group && differingOf(group);
  const words = [
    wantedOf(group).text,
    group && isNotable(group.state) && STATE_WORDS[group.state],
    has && hasInWords(has),
  ];
  return `${flag} in ${where}: ${words.filter(Boolean).join(', ')}`;
}

/** What a cluster has in place of what is wanted: `has off`, `is not there`. */
export function hasInWords(value: Value): string {
  return `${isGone(value) ? 'is' : 'has'} ${value.text}`;
}

/** A cell of several clusters in words: `new-checkout in Production, Frankfurt: 34 on, 1 refused`. */
export function sumInWords(flag: string, where: string, sum: CellSum): string {
  const words = [
    ...sum.values.map(({ value, count }) => `${count} ${value.text}`),
    ...sum.states.map(({ state, count }) => `${count} ${STATE_WORDS[state]}`),
  ];
  return `${flag} in ${where}: ${words.join(', ')}`;
}
