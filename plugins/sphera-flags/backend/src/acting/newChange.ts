import type { ChangeKind } from '@sphera/plugin-flags-common';
import type { NewChange, NewWish } from '../storage/FlagStore';
import type { KeptCell, KeptFlag } from '../storage/Kept';
import type { ActingParts } from './ActingParts';
import type { Ask } from './carryOut';
import { revisionsOf } from './choosing/presentCells';

const LONGEST = 1_000;

/** A change of a flag that is there, decided on the cells as they were read. */
export function newChange(
  { clock, newId }: Pick<ActingParts, 'clock' | 'newId'>,
  { reason, by }: Ask,
  {
    kind,
    flag,
    aboutSeen,
    cells,
    wishes,
    standsOn = wishes.map(({ cluster }) => cluster),
    sentence,
  }: {
    kind: ChangeKind;
    flag: KeptFlag;
    aboutSeen?: KeptFlag;
    cells: KeptCell[];
    wishes: NewWish[];
    /** Clusters in which nobody may have changed it meanwhile; those of the wishes, unless it is right only with others. */
    standsOn?: readonly string[];
    sentence: string;
  },
): NewChange {
  const at = clock.now();
  return {
    change: {
      id: newId(),
      flag: flag.flag,
      service: flag.service,
      kind,
      at,
      by,
      reason,
      sentence: sentence.slice(0, LONGEST),
    },
    wishes,
    flag: { ...flag, changedAt: at, changedBy: by },
    aboutSeen,
    flagMust: 'exist',
    seen: revisionsOf(cells, standsOn),
  };
}
