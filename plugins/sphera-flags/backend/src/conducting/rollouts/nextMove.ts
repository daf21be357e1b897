import type { KeptRollout } from '../../storage/Kept';
import type { RingStanding } from './ringStanding';
import { finishWords, sentWords, soakWords, stopWords } from './words';

type Ring = KeptRollout['rings'][number];

/** What becomes of a roll-out now. */
export type Move =
  | { step: 'wait' }
  /** Something is written down of its rings; nothing is sent. */
  | { step: 'note'; rollout: KeptRollout }
  | { step: 'send'; ring: number; sentence: string }
  | { step: 'stop'; ring: number; sentence: string }
  | { step: 'finish'; sentence: string };

/** What a move depends on. */
export interface Situation {
  /** Milliseconds. */
  now: number;
  acknowledgeWithinMs: number;
  /** Of the ring that is awaited; absent: none is. */
  standing?: RingStanding;
}

/** The ring whose answers decide what comes next; `undefined`: none was sent that is not acknowledged. */
export function awaitedRing(rollout: KeptRollout): Ring | undefined {
  const ring = rollout.rings[presentIndex(rollout)];
  const isAwaited =
    ring?.sentAt !== undefined && ring.acknowledgedAt === undefined;
  return isAwaited ? ring : undefined;
}

/** Index of the ring that it is at; as many as there are rings: all are done. */
function presentIndex({ rings }: KeptRollout): number {
  const index = rings.findIndex(ring => ring.doneAt === undefined);
  return index < 0 ? rings.length : index;
}

/** Decides what becomes of a running roll-out. */
export function nextMove(rollout: KeptRollout, situation: Situation): Move {
  const index = presentIndex(rollout);
  const ring = rollout.rings[index];
  if (!ring) return { step: 'finish', sentence: finishWords(rollout) };
  if (ring.sentAt === undefined) {
    return { step: 'send', ring: index, sentence: sentWords(ring) };
  }
  if (ring.acknowledgedAt === undefined) {
    return afterAnswers(rollout, index, ring.sentAt, situation);
  }
  const isLast = index === rollout.rings.length - 1;
  const soaksUntil = ring.acknowledgedAt + (isLast ? 0 : rollout.soakMs);
  if (situation.now < soaksUntil) return { step: 'wait' };
  return noted(rollout, index, { doneAt: situation.now });
}

function afterAnswers(
  rollout: KeptRollout,
  index: number,
  sentAt: number,
  { now, acknowledgeWithinMs, standing }: Situation,
): Move {
  if (!standing) return { step: 'wait' };
  const isLate = now >= sentAt + acknowledgeWithinMs;
  if (standing.refused.length > 0 || (standing.waiting.length > 0 && isLate)) {
    const sentence = stopWords(rollout, index, standing, now - sentAt);
    return { step: 'stop', ring: index, sentence };
  }
  if (standing.waiting.length > 0) return { step: 'wait' };
  return noted(
    rollout,
    index,
    { acknowledgedAt: standing.answeredAt ?? now },
    soakWords(rollout, index),
  );
}

function noted(
  rollout: KeptRollout,
  index: number,
  about: Partial<Ring>,
  sentence = rollout.sentence,
): Move {
  const rings = rollout.rings.map((ring, at) =>
    at === index ? { ...ring, ...about } : ring,
  );
  return { step: 'note', rollout: { ...rollout, rings, sentence } };
}
