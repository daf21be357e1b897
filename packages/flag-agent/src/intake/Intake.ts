import type { ReceivedRecord, Verifier, Wish } from '@sphera/plugin-flags-node';
import { revisionIn } from '../document/FlagEntry';
import type { FlagsDocument } from '../document/FlagsDocument';
import type { ReportOf } from '../reports/ReportBody';
import { judge } from './judge';
import { refusalOf } from './refusalOf';

/** What the intake needs. */
export interface IntakeDeps {
  cluster: string;
  verifier?: Verifier;
  refuse?(wish: Wish): string | undefined;
  /** What the place holds: what is there already was good once. */
  document(): FlagsDocument;
}

/** Commands that came in, sorted. */
export interface Sorted {
  wishes: Wish[];
  refused: ReportOf<'refusal'>[];
  unreadable: ReportOf<'unreadable'>[];
}

/** Sorts commands into what is to be done and what is not. */
export class Intake {
  constructor(private readonly deps: IntakeDeps) {}

  sort(records: ReceivedRecord[]): Sorted {
    const { cluster, verifier } = this.deps;
    const sorted: Sorted = { wishes: [], refused: [], unreadable: [] };
    for (const record of records) {
      const verdict = judge(record, cluster, verifier);
      if (verdict.kind === 'wish') this.consider(verdict.wish, sorted);
      if (verdict.kind === 'refusal') sorted.refused.push(verdict);
      if (verdict.kind === 'unreadable') sorted.unreadable.push(verdict);
    }
    return sorted;
  }

  private consider(wish: Wish, { wishes, refused }: Sorted): void {
    const reason = this.isHeld(wish)
      ? undefined
      : refusalOf(wish) ?? this.deps.refuse?.(wish);
    if (reason === undefined) {
      wishes.push(wish);
    } else {
      const { flag, revision } = wish;
      refused.push({ kind: 'refusal', flag, revision, reason });
    }
  }

  private isHeld({ flag, revision }: Wish): boolean {
    const entry = this.deps.document().flags.get(flag);
    return entry !== undefined && (revisionIn(entry) ?? 0) >= revision;
  }
}
