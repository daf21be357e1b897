import type { SecretCell } from '@sphera/plugin-secrets-common';
import { STATE_WORDS } from '../parts/stateWords';

/** A cell for who hears it: `database-password in Frankfurt (Production): missing. Other regions have it.` */
export function cellInWords(
  name: string,
  place: string,
  cell: SecretCell,
): string {
  const state = STATE_WORDS[cell.state].toLocaleLowerCase('en');
  const dates = [
    cell.isOverdue ? ', past its rotation date' : '',
    cell.isOld ? ', unchanged for long' : '',
  ].join('');
  const sentence = cell.sentence ? `. ${cell.sentence}` : '';
  return `${name} in ${place}: ${state}${dates}${sentence}`;
}
