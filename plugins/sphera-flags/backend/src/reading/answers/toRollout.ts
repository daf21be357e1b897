import type { Rollout } from '@sphera/plugin-flags-common';
import type { Person } from '@sphera/plugin-operations-node';
import type { KeptCell, KeptRollout } from '../../storage/Kept';
import { type CellSurroundings, sentenceOf } from '../cells/sentences';
import { stateOf } from '../cells/stateOf';
import { valueOf } from '../cells/values';
import { lengthOfTime, moment, momentOrNone } from '../moment';

type KeptRing = KeptRollout['rings'][number];
type Ring = Rollout['rings'][number];

/** A roll-out as answers have it. */
export function toRollout(
  kept: KeptRollout,
  cellOf: (cluster: string) => KeptCell | undefined,
  around: CellSurroundings,
  startedBy: Person,
): Rollout {
  return {
    id: kept.id,
    flag: kept.flag,
    service: kept.service,
    state: kept.state,
    sentence: kept.sentence,
    value: valueIn(kept),
    reason: kept.reason,
    startedBy,
    startedAt: moment(kept.startedAt),
    endedAt: momentOrNone(kept.endedAt),
    soak: lengthOfTime(kept.soakMs),
    rings: kept.rings.map((ring, nth) => ({
      name: ring.name,
      state: stateOfRing(ring),
      sentAt: momentOrNone(ring.sentAt),
      acknowledgedAt: momentOrNone(ring.acknowledgedAt),
      soaksUntil: momentOrNone(soaksUntil(kept, nth)),
      clusters: ring.clusters.map(one => ({
        cluster: one.cluster,
        ...inCluster(ring, one.revision, cellOf(one.cluster), around),
      })),
    })),
  };
}

/** What becomes of the flag; each way once where clusters are to have different things. */
function valueIn({ rings }: KeptRollout): string {
  const texts = rings.flatMap(({ clusters }) =>
    clusters.map(({ definition }) => valueOf(definition).text),
  );
  return [...new Set(texts)].join(', ');
}

/** Nothing comes after the last ring: that is not watched. */
function soaksUntil(
  { rings, soakMs }: KeptRollout,
  nth: number,
): number | undefined {
  const { acknowledgedAt, doneAt } = rings[nth];
  const isSoaking = acknowledgedAt !== undefined && doneAt === undefined;
  return isSoaking && nth < rings.length - 1
    ? acknowledgedAt + soakMs
    : undefined;
}

function stateOfRing(ring: KeptRing): Ring['state'] {
  if (ring.doneAt !== undefined) return 'done';
  if (ring.acknowledgedAt !== undefined) return 'soaking';
  return ring.sentAt === undefined ? 'waiting' : 'sent';
}

function inCluster(
  ring: KeptRing,
  revision: number | undefined,
  cell: KeptCell | undefined,
  around: CellSurroundings,
): Pick<Ring['clusters'][number], 'state' | 'sentence'> {
  if (ring.acknowledgedAt !== undefined) return { state: 'acknowledged' };
  if (revision === undefined || !cell?.wanted) return { state: 'waiting' };
  // A newer wish, say one that mended drift, is as good: as the roll-out itself sees it.
  if (cell.answer?.outcome === 'acknowledged') return { state: 'acknowledged' };
  const { silence, queuedSince } = around;
  const isSilent = silence.isSilent(cell.cluster);
  const state = stateOf(cell, isSilent, queuedSince);
  const sentence = sentenceOf(cell, state, around);
  switch (state) {
    case 'refused':
    case 'silent':
    case 'queued':
    case 'on-its-way':
      return { state, sentence };
    default:
      return { state: 'on-its-way', sentence };
  }
}
