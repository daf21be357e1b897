import type { CellState } from '@sphera/plugin-flags-common';
import type { BusState } from '@sphera/plugin-flags-node';
import { duration } from '@sphera/plugin-operations-node';
import type { KeptCell } from '../../storage/Kept';
import type { Silence } from './Silence';
import { isThere } from './stateOf';
import { reportedValue, wantedValue } from './values';

/** What a sentence about a cell needs to know besides. */
export interface CellSurroundings {
  now: number;
  silence: Silence;
  /** When the oldest wish was written that waits for Kafka; absent: none waits. */
  queuedSince?: number;
  /** Of the way to Kafka. */
  bus: BusState['state'];
}

const QUEUED = {
  connected: 'Waits to be sent',
  away: 'Waits for Kafka, which cannot be reached',
  wrong: 'Waits for Kafka, which is not set up as it has to be',
};

/** Why a cell is not in step, in one sentence; `undefined` where it is. */
export function sentenceOf(
  cell: KeptCell,
  state: CellState,
  around: CellSurroundings,
): string | undefined {
  switch (state) {
    case 'refused': {
      const { at, reason = 'it gave no reason' } = cell.answer!;
      return `Refused ${duration(around.now - at)} ago: ${reason}`;
    }
    case 'changed':
      return changedSentence(cell);
    case 'silent':
      return silentSentence(cell.cluster, around);
    case 'queued':
      return QUEUED[around.bus];
    case 'on-its-way':
      return `Wanted for ${duration(
        around.now - cell.wanted!.at,
      )}, not acknowledged yet`;
    default:
      return undefined;
  }
}

function silentSentence(
  cluster: string,
  { now, silence }: CellSurroundings,
): string {
  const heardAt = silence.heardAt(cluster);
  return heardAt === undefined
    ? 'Never heard'
    : `Not heard for ${duration(now - heardAt)}`;
}

function changedSentence(cell: KeptCell): string {
  const { wanted, reported } = cell;
  if (!wanted) return 'Left over: nobody wants this flag here';
  const want = wantedValue(wanted).text;
  if (!isThere(reported)) return `It is gone there, ${want} is wanted`;
  const has = reportedValue(cell)!.text;
  const { revision } = reported!;
  if (revision !== null && revision < wanted.revision) {
    return `It has revision ${revision}, older than the wanted ${wanted.revision}: restored from a backup?`;
  }
  if (revision !== null && revision > wanted.revision) {
    return `It has revision ${revision}, newer than the wanted ${wanted.revision}: was the portal restored from a backup?`;
  }
  const whom =
    revision === null ? 'Written by somebody else' : 'Edited by hand';
  if (!wanted.definition) return `${whom}: it has ${has}, nobody wants it here`;
  return has === want || has === `revision ${revision}`
    ? `${whom}: it has something else than the wanted ${want}`
    : `${whom}: it has ${has}, ${want} is wanted`;
}
