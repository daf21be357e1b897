import type { listMergeHolds } from '@sphera/plugin-merges-common';
import type { OutputOf } from '@sphera/plugin-operations-common';

const inWords = (number: number) => number.toLocaleString('en');

/** All repositories in one line: how many are frozen, and how many are not as they should be. */
export function summaryOf({
  counts,
}: Pick<OutputOf<typeof listMergeHolds>, 'counts'>): string {
  const { open, frozen, changing, failed, unenforced } = counts;
  const all = open + frozen + changing + failed + unenforced;
  const wrong = failed + unenforced;
  const words = [
    frozenWords(frozen, all),
    changing > 0 && `${inWords(changing)} changing`,
    wrong > 0 && `${inWords(wrong)} with a problem`,
  ];
  return words.filter(Boolean).join(', ');
}

function frozenWords(frozen: number, all: number): string {
  if (frozen === 0) return 'No repository is frozen';
  if (all === 1) return 'The only repository is frozen';
  if (frozen === all) return `All ${inWords(all)} repositories are frozen`;
  const are = frozen === 1 ? 'is' : 'are';
  return `${inWords(frozen)} of ${inWords(all)} repositories ${are} frozen`;
}
