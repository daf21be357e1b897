import type { BadRecord } from '@sphera/plugin-audit-common';
import { ChainHead, Link, sealedText, StoredRecord } from './chain';
import type { Sealer } from './Sealer';

/** Operation of the record that names what retention took away. */
export const PRUNE_OPERATION = 'sphera-audit:prune';

/** Follows the chain record by record, from the first that is kept, and stops at one that is not as it was written. */
export class ChainWalk {
  checked = 0;
  bad?: BadRecord;
  private last: Link;
  private lastKeyId?: string;
  private pruningOnRecord?: Link;

  constructor(
    private readonly head: ChainHead,
    private readonly sealer: Sealer,
  ) {
    this.last = head.pruned;
  }

  /** Whether it goes on after this record. */
  step(record: StoredRecord): boolean {
    this.bad = this.problemOf(record);
    if (this.bad) return false;
    this.checked += 1;
    this.last = record;
    this.lastKeyId = record.keyId;
    if (record.operation === PRUNE_OPERATION) {
      this.pruningOnRecord = prunedLink(record);
    }
    return true;
  }

  /** What only shows at the end: records cut off behind, or before the beginning. */
  finish(): void {
    const { last, head } = this;
    if (this.bad) return;
    if (last.seq < head.seq) {
      this.bad = removed(last.seq + 1, `the log goes on to ${head.seq}`);
    } else if (last.hash !== head.hash) {
      this.bad = changed(last.seq, 'the end of the chain names another hash');
    } else if (head.pruned.seq > 0 && !this.pruningIsOnRecord()) {
      this.bad = removed(
        head.pruned.seq,
        'no record of the log says that retention took it',
      );
    }
  }

  private problemOf(record: StoredRecord): BadRecord | undefined {
    const { seq, keyId } = record;
    const expected = this.last.seq + 1;
    if (seq > expected) {
      return removed(expected, `${seq} is the next that is there`);
    }
    if (this.lastKeyId && !keyId) {
      return {
        seq,
        problem: 'sealed-otherwise',
        explanation: `Record ${seq} is sealed without a key, although earlier ones have one`,
      };
    }
    const hash = this.sealer.sealAs(sealedText(record), keyId);
    if (hash === undefined) {
      return {
        seq,
        problem: 'sealed-otherwise',
        explanation: `Record ${seq} is sealed with key ${keyId}, which is neither sphera.audit.key nor among sphera.audit.oldKeys`,
      };
    }
    if (hash !== record.hash) {
      return changed(seq, 'its content does not match its hash');
    }
    if (record.previousHash !== this.last.hash) {
      return this.last.seq === this.head.pruned.seq
        ? changed(seq, 'the log began with another record')
        : changed(
            this.last.seq,
            `its hash was made anew: record ${seq} names another`,
          );
    }
    return undefined;
  }

  private pruningIsOnRecord(): boolean {
    const { pruned } = this.head;
    return (
      this.pruningOnRecord?.seq === pruned.seq &&
      this.pruningOnRecord.hash === pruned.hash
    );
  }
}

function prunedLink(record: StoredRecord): Link | undefined {
  const { upTo, hash } = JSON.parse(record.details);
  return typeof upTo === 'number' && typeof hash === 'string'
    ? { seq: upTo, hash }
    : undefined;
}

function changed(seq: number, how: string): BadRecord {
  return {
    seq,
    problem: 'changed',
    explanation: `Record ${seq} was changed: ${how}`,
  };
}

function removed(seq: number, how: string): BadRecord {
  return {
    seq,
    problem: 'removed',
    explanation: `Record ${seq} was removed: ${how}`,
  };
}
