import type { Cell, CellState } from '@sphera/plugin-flags-common';
import type { Cluster } from '@sphera/plugin-fleet-common';
import type { KeptCell } from '../../storage/Kept';
import { momentOrNone } from '../moment';
import { type CellSurroundings, sentenceOf } from './sentences';
import { stateOf } from './stateOf';
import { reportedDefinition, reportedValue, wantedValue } from './values';

/** A cell as answers have it. */
export function toCell(
  cell: KeptCell | undefined,
  { name, environment, region }: Cluster,
  around: CellSurroundings,
): Cell {
  const place = { cluster: name, environment, region };
  const { silence, queuedSince } = around;
  const state = stateOf(cell, silence.isSilent(name), queuedSince);
  if (!cell) return { ...place, state };
  const { wanted, reported } = cell;
  return {
    ...place,
    state,
    sentence: sentenceOf(cell, state, around),
    since: momentOrNone(sinceOf(cell, state, around)),
    wanted: wanted && {
      revision: wanted.revision,
      definition: wanted.definition,
      value: wantedValue(wanted),
      at: new Date(wanted.at).toISOString(),
      change: wanted.change,
    },
    reported: reported && {
      revision: reported.revision,
      definition: reportedDefinition(cell),
      value: reportedValue(cell)!,
      at: new Date(reported.at).toISOString(),
    },
  };
}

function sinceOf(
  { cluster, wanted, answer, reported }: KeptCell,
  state: CellState,
  { silence }: CellSurroundings,
): number | undefined {
  switch (state) {
    case 'changed':
      return reported?.at;
    case 'silent':
      return silence.heardAt(cluster);
    case 'queued':
    case 'on-its-way':
      return wanted?.at;
    default:
      return answer?.at ?? reported?.at ?? wanted?.at;
  }
}
