import type { BadRecord, Verification } from '@sphera/plugin-audit-common';
import { ChainHead, GENESIS, headText, StoredRecord } from './chain';
import { ChainWalk } from './ChainWalk';
import type { Sealer } from './Sealer';

/** The head of the chain with the seal that it carries. */
export interface SealedHead extends ChainHead {
  seal: string;
  keyId?: string;
}

/** What verification reads, wherever the log is kept. */
export interface ChainReader {
  /** `undefined` where somebody took the row away. */
  head(): Promise<SealedHead | undefined>;
  /** Records after one and up to another, in order, in batches. */
  batches(after: number, upTo: number): AsyncIterable<StoredRecord[]>;
  /** seq of the first record after this one. */
  firstAfter(seq: number): Promise<number | undefined>;
}

// Retention runs once a day; whoever meets it twice in one walk has another problem.
const MOST_WALKS = 3;

/** Walks the whole chain, with constant memory, and names the first record that is not as it was written. */
export async function verifyChain(
  reader: ChainReader,
  sealer: Sealer,
): Promise<Verification> {
  for (let walk = 1; ; walk += 1) {
    const head = await reader.head();
    if (!head) return headless(sealer);
    const verification = await verifyUpTo(head, reader, sealer);
    const after = await reader.head();
    // Retention took records away while we walked: what looked removed was pruned.
    const moved = after?.pruned.seq !== head.pruned.seq;
    if (verification.ok || !moved || walk === MOST_WALKS) return verification;
  }
}

async function verifyUpTo(
  head: SealedHead,
  reader: ChainReader,
  sealer: Sealer,
): Promise<Verification> {
  const walk = new ChainWalk(head, sealer);
  await walkThrough(walk, reader.batches(head.pruned.seq, head.seq));
  const foundOnTheWay = walk.bad;
  walk.finish();
  const firstBad =
    foundOnTheWay ??
    headProblem(head, sealer) ??
    walk.bad ??
    (await insertedAfter(head, reader));
  return {
    ok: !firstBad,
    checked: walk.checked,
    ...(head.seq > head.pruned.seq && {
      first: head.pruned.seq + 1,
      last: head.seq,
    }),
    hash: head.hash,
    keyed: sealer.keyId !== undefined,
    firstBad,
  };
}

async function walkThrough(
  walk: ChainWalk,
  batches: AsyncIterable<StoredRecord[]>,
): Promise<void> {
  for await (const batch of batches) {
    for (const record of batch) {
      if (!walk.step(record)) return;
    }
  }
}

function headProblem(head: SealedHead, sealer: Sealer): BadRecord | undefined {
  const keyWasDropped = sealer.keyId !== undefined && !head.keyId;
  const seal = sealer.sealAs(headText(head), head.keyId);
  if (!keyWasDropped && seal === head.seal) return undefined;
  return {
    seq: head.seq,
    problem: 'head-changed',
    explanation: `The note of where the chain ends (record ${head.seq}) was changed: its seal does not match`,
  };
}

async function insertedAfter(
  head: ChainHead,
  reader: ChainReader,
): Promise<BadRecord | undefined> {
  const seq = await reader.firstAfter(head.seq);
  if (seq === undefined) return undefined;
  const now = await reader.head();
  if (now && now.seq >= seq) return undefined;
  return {
    seq,
    problem: 'inserted',
    explanation: `Record ${seq} was inserted: the log ended with record ${head.seq}`,
  };
}

function headless(sealer: Sealer): Verification {
  return {
    ok: false,
    checked: 0,
    hash: GENESIS.hash,
    keyed: sealer.keyId !== undefined,
    firstBad: {
      seq: 0,
      problem: 'head-changed',
      explanation: 'The note of where the chain ends was removed',
    },
  };
}
